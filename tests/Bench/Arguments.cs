using System.Globalization;

namespace Fachinfo.Bench;

/// <summary>A command and its options: <c>run --program FILE --targets</c>. An option without a value is a switch.</summary>
internal sealed class Arguments
{
    private readonly Dictionary<string, string> options = new(StringComparer.Ordinal);

    private Arguments(string command) => Command = command;

    public string Command { get; }

    public string? this[string name] => options.GetValueOrDefault(name);

    public static Arguments Parse(string[] args)
    {
        var arguments = new Arguments(args.FirstOrDefault() ?? "");
        for (var i = 1; i < args.Length; i++)
        {
            var hasValue = i + 1 < args.Length && !args[i + 1].StartsWith("--", StringComparison.Ordinal);
            arguments.options[args[i].TrimStart('-')] = hasValue ? args[i + 1] : "";
            i += hasValue ? 1 : 0;
        }

        return arguments;
    }

    public bool Has(string name) => options.ContainsKey(name);

    public int Number(string name, int otherwise) =>
        this[name] is { } text ? int.Parse(text, NumberStyles.Integer, CultureInfo.InvariantCulture) : otherwise;
}
