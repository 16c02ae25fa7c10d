using System.Collections.Immutable;
using Fachinfo.Diagnostics;
using Fachinfo.Execution;

namespace Fachinfo.Model.Council;

/// <summary>All documents of the archive, by the folder of their municipality; gathered in one pass.</summary>
internal sealed class CouncilDocuments
{
    private readonly Dictionary<string, Document<BodyContent>> bodies = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Document<OrganizationsContent>> organizations = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Document<PersonsContent>> persons = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Document<PaperContent>>> papers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Document<MeetingContent>>> meetings = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Document<OParlStateContent>> states = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, SourcePath> folders = new(StringComparer.Ordinal);

    public CouncilDocuments(LinkInput input)
    {
        foreach (var document in input.Documents)
        {
            switch (document)
            {
                case Document<BodyContent> body:
                    bodies[body.Data.Folder] = body;
                    Note(body.Data.Folder, body.Source);
                    break;
                case Document<OrganizationsContent> list:
                    organizations[FolderOf(list.Source)] = list;
                    Note(FolderOf(list.Source), list.Source);
                    break;
                case Document<PersonsContent> list:
                    persons[FolderOf(list.Source)] = list;
                    Note(FolderOf(list.Source), list.Source);
                    break;
                case Document<PaperContent> paper:
                    Add(papers, paper.Data.Body, paper);
                    Note(paper.Data.Body, paper.Source);
                    break;
                case Document<MeetingContent> meeting:
                    Add(meetings, meeting.Data.Body, meeting);
                    Note(meeting.Data.Body, meeting.Source);
                    break;
                case Document<OParlStateContent> state:
                    states[FolderOf(state.Source)] = state;
                    break;
                case Document<CouncilText> text:
                    Texts.Add(text.Source, text);
                    break;
            }
        }
    }

    /// <summary>Gets the folders that have anything in them, sorted.</summary>
    public IEnumerable<string> Folders => folders.Keys;

    public Dictionary<SourcePath, Document<CouncilText>> Texts { get; } = [];

    public SourcePath FirstOf(string folder) => folders[folder];

    public Document<BodyContent>? BodyOf(string folder) => bodies.GetValueOrDefault(folder);

    public Document<OrganizationsContent>? OrganizationsOf(string folder) => organizations.GetValueOrDefault(folder);

    public Document<PersonsContent>? PersonsOf(string folder) => persons.GetValueOrDefault(folder);

    public Document<OParlStateContent>? StateOf(string folder) => states.GetValueOrDefault(folder);

    public IReadOnlyList<Document<PaperContent>> PapersOf(string folder) => papers.GetValueOrDefault(folder) ?? [];

    public IReadOnlyList<Document<MeetingContent>> MeetingsOf(string folder) => meetings.GetValueOrDefault(folder) ?? [];

    /// <summary>Tells whether a municipality has anything that members see and the public does not.</summary>
    public bool HasMembersContent(string folder) => PapersOf(folder).Any(paper => IsForMembers(paper.Data.Visibility.Value, paper.Data.Files))
        || MeetingsOf(folder).Any(meeting => IsForMembers(meeting.Data.Visibility, meeting.Data.Files)
            || meeting.Data.Agenda.Any(item => IsForMembers(CouncilReader.Narrower(meeting.Data.Visibility, item.Visibility.Value), item.Files)));

    private static bool IsForMembers(Visibility visibility, ImmutableArray<FileEntry> files) =>
        visibility == Visibility.Members || (visibility == Visibility.Public && files.Any(file => file.Visibility.Value == Visibility.Members));

    private void Note(string folder, SourcePath source) => folders.TryAdd(folder, source);

    private static string FolderOf(SourcePath path) => path.Value.Split('/')[1];

    private static void Add<T>(Dictionary<string, List<T>> lists, string folder, T document)
    {
        if (!lists.TryGetValue(folder, out var list))
        {
            lists.Add(folder, list = []);
        }

        list.Add(document);
    }
}
