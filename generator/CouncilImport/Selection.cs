using System.Collections.Immutable;

namespace Fachinfo.CouncilImport;

/// <summary>A consultation that is taken over, with what it belongs to as far as that is known.</summary>
internal sealed record JudgedConsultation(OParlObject Consultation, OParlObject? Meeting, OParlObject? Item, Publicity? Publicity);

/// <summary>Decides for meetings, papers and files what is public; papers and files follow the agenda items that they belong to.</summary>
internal sealed class Selection
{
    private readonly OParlStore store;
    private readonly FieldValues values;
    private readonly UnknownVisibility unknown;
    private readonly Dictionary<string, JudgedAgenda> agendas = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (OParlObject Meeting, JudgedItem Judged)> items = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Publicity> papers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ImmutableArray<JudgedConsultation>> consultations = new(StringComparer.Ordinal);
    private readonly ILookup<string, OParlObject> consultationsByPaper;
    private readonly Dictionary<string, OParlObject> itemByConsultation = new(StringComparer.Ordinal);

    public Selection(OParlStore store, FieldValues values, UnknownVisibility unknown, IReadOnlyList<OParlObject> meetings, IReadOnlyList<OParlObject> selectedPapers)
    {
        (this.store, this.values, this.unknown) = (store, values, unknown);
        var judge = new AgendaJudge(store, values, unknown);
        foreach (var meeting in meetings)
        {
            var agenda = judge.Judge(meeting);
            agendas.Add(meeting.Id, agenda);
            foreach (var judged in agenda.Items)
            {
                items.TryAdd(judged.Item.Id, (meeting, judged));
                foreach (var consultation in judged.Item.LinksOf("consultation"))
                {
                    itemByConsultation.TryAdd(consultation, judged.Item);
                }
            }
        }

        consultationsByPaper = store.All("Consultation")
            .SelectMany(one => one.LinksOf("paper").Select(paper => (Paper: paper, Consultation: one)))
            .ToLookup(pair => pair.Paper, pair => pair.Consultation, StringComparer.Ordinal);
        foreach (var paper in selectedPapers)
        {
            var judged = JudgeConsultations(paper);
            consultations.Add(paper.Id, judged);
            papers.Add(paper.Id, JudgePaper(paper, judged));
        }
    }

    public JudgedAgenda AgendaOf(OParlObject meeting) => agendas[meeting.Id];

    public ImmutableArray<JudgedConsultation> ConsultationsOf(OParlObject paper) => consultations[paper.Id];

    /// <summary>Gets the decision about a paper; <see langword="null"/> for one that is not part of the import.</summary>
    public Publicity? OfPaper(string id) => papers.TryGetValue(id, out var publicity) ? publicity : null;

    /// <summary>Finds the paper of an agenda item, from either side.</summary>
    public OParlObject? PaperOf(OParlObject item) =>
        store.Follow(item, "consultation").SelectMany(one => store.Follow(one, "paper")).FirstOrDefault()
        ?? store.Follow(item, "paper").FirstOrDefault();

    /// <summary>Decides about a file of something that is public itself.</summary>
    /// <param name="ownerSaysSo">Whether the owner was called public, not only handed out.</param>
    public Publicity OfFile(OParlObject file, bool ownerSaysSo)
    {
        var written = values.Switch(file, "public");
        return written == false ? Publicity.Nonpublic
            : unknown == UnknownVisibility.Hold && written is null && !ownerSaysSo ? Publicity.Held
            : Publicity.Public;
    }

    private ImmutableArray<JudgedConsultation> JudgeConsultations(OParlObject paper)
    {
        var all = store.Follow(paper, "consultation").Concat(consultationsByPaper[paper.Id]).Distinct();
        return [.. all.Select(JudgeConsultation)];
    }

    private JudgedConsultation JudgeConsultation(OParlObject consultation)
    {
        var named = store.Follow(consultation, "agendaItem").FirstOrDefault() ?? itemByConsultation.GetValueOrDefault(consultation.Id);
        if (named is not null && items.TryGetValue(named.Id, out var known))
        {
            return new JudgedConsultation(consultation, known.Meeting, known.Judged.Item, known.Judged.Publicity);
        }

        var meeting = store.Follow(consultation, "meeting").FirstOrDefault();
        var isClosed = meeting is not null && agendas.TryGetValue(meeting.Id, out var agenda) && agenda.IsClosed;
        var publicity = isClosed ? Publicity.Nonpublic
            : named is not null && values.Switch(named, "public") == false ? Publicity.Nonpublic
            : (Publicity?)null;
        return new JudgedConsultation(consultation, meeting, null, publicity);
    }

    private Publicity JudgePaper(OParlObject paper, ImmutableArray<JudgedConsultation> judged)
    {
        var written = values.Switch(paper, "public");
        var (publicity, rule) = written switch
        {
            false => (Publicity.Nonpublic, "Vorlagen ausgelassen: „public: false“"),
            _ when judged.Length > 0 && judged.All(one => one.Publicity == Publicity.Nonpublic) => (Publicity.Nonpublic, "Vorlagen ausgelassen: nur an nichtöffentlichen Tagesordnungspunkten"),
            true => (Publicity.Public, "Vorlagen öffentlich: „public: true“"),
            _ when judged.Any(one => one.Publicity == Publicity.Public) => (Publicity.Public, "Vorlagen öffentlich: an öffentlichen Tagesordnungspunkten"),
            _ when unknown == UnknownVisibility.Hold => (Publicity.Held, "Vorlagen zurückgehalten: keine Angabe"),
            _ => (Publicity.Public, "Vorlagen öffentlich: keine Angabe, ohne Anmeldung abrufbar"),
        };
        values.Report.CountVisibility(rule);
        return publicity;
    }
}
