using System.Diagnostics.CodeAnalysis;
using Fachinfo.Execution;
using HandlebarsDotNet;
using HandlebarsDotNet.IO;

namespace Fachinfo.Theming;

/// <summary>Has the template engine write <see cref="WrittenText"/>s straight into the page, escaped or not as the template says.</summary>
internal sealed class WrittenTexts : IFormatterProvider, IFormatter
{
    public bool TryCreateFormatter(Type type, [MaybeNullWhen(false)] out IFormatter formatter)
    {
        formatter = type == typeof(WrittenText) ? this : null;
        return formatter is not null;
    }

    public void Format<T>(T value, in EncodedTextWriter writer) => PageWriter.Current!.Write((WrittenText)(object)value!, isEscaped: !writer.SuppressEncoding);
}
