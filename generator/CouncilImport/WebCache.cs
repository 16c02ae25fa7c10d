using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Fachinfo.Execution;

namespace Fachinfo.CouncilImport;

/// <summary>An answer of an earlier request.</summary>
/// <param name="Walk">The number of the walk that fetched or confirmed it.</param>
internal sealed record CachedAnswer(string? ETag, string? LastModified, string? ContentType, int Walk, byte[] Body);

/// <summary>Answers on disk, for conditional requests and to go on after a kill. It can be deleted at any time.</summary>
internal sealed class WebCache
{
    private const string WalkFile = "walk.txt";

    private readonly IFileStore folder;
    private readonly string purpose;

    /// <param name="purpose">What the walk is about; an unfinished one is only continued if that is the same.</param>
    public WebCache(IFileStore folder, string purpose, DateOnly today)
    {
        (this.folder, this.purpose) = (folder, purpose.ReplaceLineEndings(" "));
        var lines = Encoding.UTF8.GetString(folder.Read(WalkFile) ?? []).Split('\n');
        _ = int.TryParse(lines[0], NumberStyles.None, CultureInfo.InvariantCulture, out var last);
        var isRecent = lines.Length > 3 && DateOnly.TryParseExact(lines[3], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && today.DayNumber - day.DayNumber is 0 or 1;
        IsResumed = lines.Length > 3 && lines[1] == "unfinished" && lines[2] == this.purpose && isRecent;
        Walk = IsResumed ? last : last + 1;
        Day = IsResumed ? lines[3] : today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        if (folder.Read(".gitignore") is null)
        {
            folder.Write(".gitignore", "*\n"u8);
        }

        WriteWalk("unfinished");
    }

    /// <summary>Gets a value indicating whether an earlier walk was killed and this one goes on with it.</summary>
    public bool IsResumed { get; }

    public int Walk { get; }

    private string Day { get; }

    public CachedAnswer? Find(Uri address)
    {
        if (folder.Read(PathOf(address)) is not { } bytes || Array.IndexOf(bytes, (byte)'\n') is var end && end < 0)
        {
            return null;
        }

        try
        {
            var head = JsonElement.Parse(bytes.AsSpan(0, end));
            string? Text(string name) => head.TryGetProperty(name, out var value) ? value.GetString() : null;
            return Text("url") == address.AbsoluteUri
                ? new CachedAnswer(Text("etag"), Text("modified"), Text("type"), head.GetProperty("walk").GetInt32(), bytes[(end + 1)..])
                : null;
        }
        catch (Exception problem) when (problem is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return null;
        }
    }

    public void Keep(Uri address, CachedAnswer answer)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            json.WriteString("url", address.AbsoluteUri);
            json.WriteNumber("walk", Walk);
            WriteText(json, "etag", answer.ETag);
            WriteText(json, "modified", answer.LastModified);
            WriteText(json, "type", answer.ContentType);
            json.WriteEndObject();
        }

        bytes.WriteByte((byte)'\n');
        bytes.Write(answer.Body);
        folder.Write(PathOf(address), bytes.GetBuffer().AsSpan(0, (int)bytes.Length));
    }

    public void Forget(Uri address) => folder.Delete(PathOf(address));

    public void Finish() => WriteWalk("finished");

    private static void WriteText(Utf8JsonWriter json, string name, string? text)
    {
        if (text is not null)
        {
            json.WriteString(name, text);
        }
    }

    private void WriteWalk(string word) => folder.Write(WalkFile, Encoding.UTF8.GetBytes($"{Walk.ToString(CultureInfo.InvariantCulture)}\n{word}\n{purpose}\n{Day}\n"));

    private static string PathOf(Uri address)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(address.AbsoluteUri)));
        return $"{hash[..2]}/{hash[2..40]}";
    }
}
