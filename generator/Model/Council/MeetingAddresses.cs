using System.Globalization;
using Fachinfo.Diagnostics;
using Fachinfo.Execution;

namespace Fachinfo.Model.Council;

/// <summary>The last part of the address of each meeting: day and committee, with a number for a second one of the day.</summary>
/// <remarks>Public meetings have theirs first; asked for again, a meeting has the one that it had.</remarks>
internal sealed class MeetingAddresses
{
    private readonly UniqueKeys taken = new();
    private readonly Dictionary<SourcePath, string> bySource = [];

    public static IOrderedEnumerable<Document<MeetingContent>> Sort(IEnumerable<Document<MeetingContent>> documents) => documents
        .OrderBy(document => document.Data.Visibility)
        .ThenBy(document => document.Data.Start.Value)
        .ThenBy(document => document.Source);

    public string Of(Document<MeetingContent> document, Organization committee)
    {
        if (!bySource.TryGetValue(document.Source, out var slug))
        {
            slug = taken.Claim(document.Data.Start.Value.ToString("yyyy-MM-dd'-'", CultureInfo.InvariantCulture) + committee.Entry.Slug);
            bySource.Add(document.Source, slug);
        }

        return slug;
    }
}
