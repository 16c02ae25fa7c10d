using System.Collections.Immutable;
using Fachinfo.Model.Council;

namespace Fachinfo.Model;

/// <summary>Tells whether a source file holds anything that is not for the public: then what is read out of it is kept apart.</summary>
/// <remarks>It is asked before anything is linked, so it goes by what the file itself says, and rather says yes.</remarks>
public static class MembersText
{
    public static bool IsIn(NoticeContent notice) => IsHidden(notice.Access) || AreHidden(notice.Downloads);

    public static bool IsIn(PlainPageContent page) => IsHidden(page.Access) || AreHidden(page.Downloads);

    public static bool IsIn(PaperContent paper) => IsHidden(paper.Visibility) || AreHidden(paper.Files);

    public static bool IsIn(MeetingContent meeting) => meeting.Visibility != Visibility.Public
        || AreHidden(meeting.Files)
        || meeting.Agenda.Any(item => IsHidden(item.Visibility) || AreHidden(item.Files));

    private static bool IsHidden(Located<string>? access) => access is { } value && value.Value != Notice.Public;

    private static bool IsHidden(Located<Visibility> visibility) => visibility.Value != Visibility.Public;

    private static bool AreHidden(ImmutableArray<DownloadEntry> downloads) => downloads.Any(download => IsHidden(download.Access));

    private static bool AreHidden(ImmutableArray<FileEntry> files) => files.Any(file => IsHidden(file.Visibility));
}
