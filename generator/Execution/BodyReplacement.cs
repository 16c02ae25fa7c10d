using System.Buffers;
using System.Text;

namespace Fachinfo.Execution;

/// <summary>Makes a page of which nothing but the body changed: the file of the last build, with the new body in the place of the old one.</summary>
/// <remarks>
/// Templates see of a body no more than where it stands, so the rest of the page is the same. That saves compiling them, which takes longer
/// than all else that is done for a page.
/// </remarks>
/// <param name="changes">Says that nothing else changed.</param>
internal sealed class BodyReplacement(ChangedBodies changes, IOutput output)
{
    /// <summary>Writes the page.</summary>
    /// <param name="entry">The file of the last build.</param>
    /// <param name="into">Gets the page; empty if it must be rendered.</param>
    /// <returns>Whether the page could be made so.</returns>
    public bool TryWrite(TemplatePage page, string path, OutputEntry entry, PageRenderer renderer, bool verify, ArrayBufferWriter<byte> into)
    {
        into.ResetWrittenCount();
        if (entry.BodyStart < 0
            || page.OnlyBody is not { } source
            || changes.Former(source) is not { IsEmpty: false } former
            || !output.Holds(path, entry, verify)
            || page.Source.MakeBody() is not { } body)
        {
            return false;
        }

        var file = new byte[entry.Length];
        using (var stream = output.Open(path))
        {
            stream.ReadExactly(file);
        }

        // The old body makes sure that it is the right place; a template may also show the hash of a body.
        renderer.RenderBody(body with { Reference = former }, into);
        var length = into.WrittenCount;
        var isThere = file.AsSpan(entry.BodyStart).StartsWith(into.WrittenSpan) && file.AsSpan().IndexOf(Encoding.ASCII.GetBytes(former.Hash.ToString())) < 0;
        into.ResetWrittenCount();
        if (!isThere)
        {
            return false;
        }

        into.Write(file.AsSpan(0, entry.BodyStart));
        renderer.RenderBody(body, into);
        into.Write(file.AsSpan(entry.BodyStart + length));
        return true;
    }
}
