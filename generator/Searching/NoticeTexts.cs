using System.Collections.Immutable;
using Fachinfo.Model;

namespace Fachinfo.Searching;

/// <summary>Texts of a notice, made when they are asked for: there are tens of thousands, and each is asked for once or twice.</summary>
internal sealed class NoticeTexts(NoticeHead head, ImmutableArray<Deadline> deadlines) : ISearchTexts
{
    public string Title => head.Title;

    public string Summary => head.Summary.ToString();

    public ImmutableArray<string> Keywords
    {
        get
        {
            var keywords = ImmutableArray.CreateBuilder<string>(1 + head.FileReferences.Length + head.Rubrics.Length);
            keywords.Add(Label);
            foreach (var reference in head.FileReferences)
            {
                keywords.Add(reference.Text);
            }

            foreach (var rubric in head.Rubrics)
            {
                keywords.Add(rubric.DisplayPath);
            }

            return keywords.MoveToImmutable();
        }
    }

    public string Address => head.Route.Path;

    public string Label => head.NumberedLabel;

    public DateOnly? Date => head.Date;

    public ImmutableArray<DateOnly> Deadlines => deadlines.IsEmpty ? [] : ImmutableArray.CreateRange(deadlines, deadline => deadline.Date);

    public ImmutableArray<string> Jumps
    {
        get
        {
            var jumps = ImmutableArray.CreateBuilder<string>(1 + head.FileReferences.Length);
            jumps.Add(head.Number.ToString());
            foreach (var reference in head.FileReferences)
            {
                if (reference.CaseNumber is not null)
                {
                    jumps.Add(reference.PlanAndCase);
                }
            }

            return jumps.DrainToImmutable();
        }
    }
}
