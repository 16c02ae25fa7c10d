using Fachinfo.Diagnostics;

namespace Fachinfo.Model.Council;

/// <summary>Finds the agenda item at which a paper was consulted, and tells where paper and agenda disagree.</summary>
internal static class ConsultedItems
{
    private const int MostNumbers = 12;

    /// <summary>The item that names the paper, else the one with the number, unless it names another paper or the closed part has that number too.</summary>
    public static AgendaItem? Find(Paper paper, ConsultationEntry entry, Meeting meeting, CouncilReader reader, ICollection<Diagnostic> findings)
    {
        var named = meeting.Agenda.FirstOrDefault(item => item.Paper == paper && item.Consultation is null);
        if (entry.AgendaNumber is not { } number)
        {
            return named;
        }

        bool HasNumber(string? other) => number.Value.Equals(other, StringComparison.OrdinalIgnoreCase);
        var hidden = meeting.Content.Agenda.Where(item => !reader.Sees(item.Visibility.Value)).ToList();
        var numbered = meeting.Agenda.Where(item => HasNumber(item.Entry.Number)).ToList();
        if (FindProblem(named, numbered) is { } problem)
        {
            findings.Add(Codes.AgendaItemDiffers.At(number.In(paper.Source), meeting.Label, number.Value, problem));
        }

        return named ?? (hidden.Any(item => HasNumber(item.Number)) ? null : numbered.Find(item => item is { Paper: null, Entry.Paper: null }));

        string? FindProblem(AgendaItem? named, List<AgendaItem> numbered)
        {
            if (named?.Entry.Number is { } other && !HasNumber(other))
            {
                return $"sie steht dort unter „{other}“";
            }

            // An item of the closed part may have the number, or hide it; an agenda may not be in the archive at all.
            if (named is not null || meeting.Content.Agenda.IsEmpty || hidden.Any(item => item.Number is null || HasNumber(item.Number)))
            {
                return null;
            }

            if (numbered.Count == 0)
            {
                return "einen solchen Punkt gibt es nicht" + NumbersOf(meeting);
            }

            // Papers may share an item that names none of them.
            return numbered.All(item => item.Paper is not null && item.Paper != paper && item.Entry.Paper is not null)
                ? $"der Punkt nennt die Vorlage „{numbered[0].Entry.Paper!.Value.Value}“"
                : null;
        }
    }

    /// <summary>The numbers of the public part, which may stand in any log: <c>, nur 1, 2 und 3.1</c>.</summary>
    private static string NumbersOf(Meeting meeting)
    {
        var numbers = meeting.Content.Agenda.Where(item => item.Visibility.Value == Visibility.Public).Select(item => item.Number).OfType<string>().ToList();
        return numbers.Count == 0 ? "" : ", nur " + string.Join(", ", numbers.Take(MostNumbers)) + (numbers.Count > MostNumbers ? " …" : "");
    }
}
