using System.Collections.Frozen;
using Fachinfo.Model.Council;

namespace Fachinfo.Model;

/// <summary>Which table holds inside a field that is made of further fields.</summary>
public static class FieldNesting
{
    private static readonly FrozenDictionary<Field, FieldTable> Tables = new Dictionary<Field, FieldTable>
    {
        [Fields.Downloads] = Fields.Download,
        [Fields.Deadline] = Fields.DeadlineEntry,
        [Fields.Contact] = Fields.ContactEntry,
        [Fields.Withdrawn] = Fields.WithdrawalEntry,
        [Fields.Publisher] = Fields.ContactEntry,
        [Fields.Series] = Fields.SeriesEntry,
        [Fields.Feeds] = Fields.FeedsEntry,
        [Fields.Report] = Fields.ReportEntry,
        [Fields.SiteAccess] = Fields.AccessEntry,
        [Fields.RubricChildren] = Fields.RubricEntry,
        [Fields.RosterAudiences] = Fields.RosterAudience,
        [Fields.RosterMembers] = Fields.RosterMember,
        [CouncilFields.LegislativeTerms] = CouncilFields.LegislativeTerm,
        [CouncilFields.Memberships] = CouncilFields.Membership,
        [CouncilFields.Consultations] = CouncilFields.Consultation,
        [CouncilFields.Files] = CouncilFields.FileTable,
        [CouncilFields.Agenda] = CouncilFields.AgendaItem,
        [CouncilFields.Location] = CouncilFields.LocationTable,
    }.ToFrozenDictionary();

    /// <summary>Fields whose map may be written as a plain text as well.</summary>
    private static readonly FrozenSet<Field> TextAllowed =
    [
        Fields.Downloads, Fields.Deadline, Fields.Withdrawn, Fields.RubricChildren, CouncilFields.Files, CouncilFields.Memberships, CouncilFields.Location,
    ];

    public static FieldTable? TableOf(Field field) => Tables.GetValueOrDefault(field);

    public static bool MayBeText(Field field) => TextAllowed.Contains(field);
}
