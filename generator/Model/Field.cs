using System.Collections.Immutable;

namespace Fachinfo.Model;

/// <summary>What a field may hold.</summary>
public enum FieldShape
{
    Text,
    Date,
    Number,
    Choice,
    Switch,
    TextList,
    Deadlines,
    Downloads,
    Contact,
    Withdrawal,
    DateTime,
    Integer,
    Map,
    MapList,
}

/// <summary>One key of a front matter or configuration file: reader, schema, handbook and messages use the same row.</summary>
/// <param name="Key">The key as design and schema name it.</param>
/// <param name="German">The key that messages and <c>new</c> use; equal to <paramref name="Key"/> where there is none.</param>
/// <param name="Description">One German sentence for the handbook.</param>
/// <param name="Example">A value as it could stand in a file.</param>
public sealed record Field(string Key, string German, FieldShape Shape, string Description, string Example)
{
    /// <summary>Gets other spellings, in lower case.</summary>
    public ImmutableArray<string> Synonyms { get; init; } = [];

    public bool IsRequired { get; init; }

    /// <summary>Gets allowed values with their synonyms, for choices.</summary>
    public ImmutableArray<Choice> Choices { get; init; } = [];
}

/// <summary>An allowed value and other spellings of it.</summary>
public sealed record Choice(string Value, params ImmutableArray<string> Synonyms)
{
    /// <summary>Gets the word for messages: the first synonym, if there is one.</summary>
    public string German => Synonyms.IsEmpty ? Value : Synonyms[0];
}

/// <summary>All fields of one kind of file, found by any spelling.</summary>
public sealed class FieldTable
{
    private readonly Dictionary<string, Field> bySpelling = new(StringComparer.Ordinal);

    /// <summary>The same without umlauts, hyphens and blanks: <c>geaendert</c>, <c>siehe-auch</c>. Few files have such keys.</summary>
    private readonly Lazy<Dictionary<string, Field>> byPlainSpelling;

    public FieldTable(params ImmutableArray<Field> fields)
    {
        All = fields;
        foreach (var field in fields)
        {
            foreach (var spelling in field.Synonyms.Append(field.Key).Append(field.German))
            {
                bySpelling.TryAdd(Fold(spelling), field);
            }
        }

        byPlainSpelling = new(() => bySpelling.DistinctBy(pair => Plain(pair.Key)).ToDictionary(pair => Plain(pair.Key), pair => pair.Value, StringComparer.Ordinal));
    }

    public ImmutableArray<Field> All { get; }

    /// <summary>Finds a field by any spelling; case, a point at the end, hyphens and blanks do not matter, nor whether an umlaut is written as two letters.</summary>
    public Field? Find(string spelling) => bySpelling.GetValueOrDefault(Fold(spelling)) ?? byPlainSpelling.Value.GetValueOrDefault(Plain(spelling));

    public string Suggest(string spelling)
    {
        var otherwise = $"Bekannt sind: {string.Join(", ", All.Select(field => field.German).Order(GermanCollation.Instance))}.";
        var german = All.Select(field => field.German).ToList();

        // „datei“ is nearer to „date“, but begins „dateien“; of what is equally near the German word comes first.
        return spelling.Length > 3 && german.Find(name => name.StartsWith(spelling, StringComparison.OrdinalIgnoreCase)) is { } longer
            ? $"Meinten Sie „{longer}“?"
            : NearestName.Suggest(spelling, german.Concat(All.SelectMany(field => field.Synonyms.Append(field.Key))), otherwise);
    }

    private static string Plain(string spelling) => Slug.Of(spelling).Replace("-", "", StringComparison.Ordinal);

    private static string Fold(string spelling) => spelling.Trim().TrimEnd('.').ToLowerInvariant();
}
