using System.Security.Cryptography;
using System.Text;
using Fachinfo.Execution;
using Fachinfo.Model;
using Fachinfo.Sealing;
using Fachinfo.Storage;

namespace Fachinfo.Commands;

/// <summary>Lets a preview without the secret show the members' area all the same: with a secret and a member of its own, both gone when it ends.</summary>
internal sealed class PreviewMembers
{
    private const string Id = "vorschau";

    private readonly SiteRun run;
    private readonly SiteSecret? own;
    private readonly MemoryInput roster = new();
    private string audiences = "";

    public PreviewMembers(SiteRun run)
    {
        this.run = run;
        Secret = run.BuildOptions().Secret;
        if (Secret is null)
        {
            own = new SiteSecret(RandomNumberGenerator.GetBytes(SiteSecret.SizeInBytes));
            Secret = SecretSource.ForBuild(own);
            AddTo(run.Input());
        }
    }

    public BuildSecret? Secret { get; }

    /// <summary>Gets the code that opens the area; <see langword="null"/> if the site's own secret is used, or none is needed.</summary>
    public string? Code { get; private set; }

    /// <summary>Lays the roster of the one member over that of the site.</summary>
    public IInput AddTo(IInput input)
    {
        if (own is null || run.ReadConfiguration() is not { Access: { IsSealed: true } access })
        {
            return input;
        }

        var named = string.Join(' ', access.Audiences);
        if (named != audiences)
        {
            // One serial for the whole run, so that the code stays when the audiences of site.yml change.
            audiences = named;
            var serial = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(own.Check)).AsSpan(0, 8));
            var change = new RosterChange(run.BuildOptions().Today, () => serial);
            var text = RosterText.Write(change.Add(MemberRoster.Empty with { Check = own.Check }, Id, "Vorschau", access.Audiences));
            roster.Write(MemberRoster.FileName, Encoding.UTF8.GetBytes(text));
            Code = own.CodeFor(Id, serial).Reveal();
        }

        return new LayeredInput(input, roster);
    }
}
