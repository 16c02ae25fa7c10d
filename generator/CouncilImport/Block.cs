namespace Fachinfo.CouncilImport;

/// <summary>A piece of a file that is compared and replaced as a whole: a key with its value, or an entry of a list.</summary>
/// <param name="Key">The key; of an entry its record id; empty for the text under the front matter.</param>
/// <param name="Text">Whole lines.</param>
internal sealed record Block(string Key, string Text);
