using Fachinfo.Commands;
using Fachinfo.Sealing;

namespace Fachinfo.Tests;

/// <summary><c>fachinfo members</c>: from the secret to the codes, and what it refuses.</summary>
public class MembersCommandTests
{
    private const string Notice = "-- mitteilungen/2024/1.md --\n---\ntitle: Erste\nnumber: 1\ndate: 2024-01-02\nrubric: Umwelt\naccess: members\n---\nGeheimer Text der ersten.\n";

    private static ProjectFolder Project()
    {
        var project = new ProjectFolder(Notice) { IsTerminal = true };
        project.Variables["FACHINFO_SECRET"] = project.Run("members", "secret").RequireGood().Output.Trim();
        return project;
    }

    private static CommandResult Run(ProjectFolder project, params string[] words) => project.Run(["members", .. words, "--content", project.Content]);

    private static string CodeOf(ProjectFolder project, string id) =>
        Run(project, "codes", "--member", id).RequireGood().Output.Trim().Split('\n')[^1].Split(';')[^1].Trim();

    [Fact]
    public void Every_secret_is_a_new_one()
    {
        using var project = new ProjectFolder();
        var (one, other) = (project.Run("members", "secret").Output.Trim(), project.Run("members", "secret").Output.Trim());
        Assert.NotNull(SiteSecret.TryParse(one));
        Assert.NotEqual(one, other);
    }

    [Fact]
    public void List_without_members_says_so_beside_the_empty_list()
    {
        using var project = Project();
        var list = Run(project, "list").RequireGood();
        Assert.Empty(list.Output);
        Assert.Contains("fachinfo members add", list.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Member_that_has_left_is_not_said_to_be_unknown()
    {
        using var project = Project();
        Run(project, "add", "musterdorf", "--name", "Gemeinde Musterdorf").RequireGood();
        Run(project, "remove", "musterdorf").RequireGood();
        Assert.Contains("„musterdorf“ ist seit dem", Run(project, "renew", "musterdorf").Error, StringComparison.Ordinal);
        Run(project, "add", "musterdorf").RequireGood();
        Run(project, "renew", "musterdorf").RequireGood();
    }

    [Fact]
    public void Code_opens_what_is_built_until_the_member_is_removed()
    {
        using var project = Project();
        Run(project, "add", "musterdorf", "--name", "Gemeinde Musterdorf").RequireGood();
        Run(project, "add", "beispielstadt", "--name", "Stadt \"Beispielstadt\"").RequireGood();
        var code = AccessCode.TryParse(CodeOf(project, "musterdorf"))!;
        Assert.Equal("member", KindOf(project, code));
        Assert.Contains("musterdorf\tGemeinde Musterdorf\tmembers", Run(project, "list").Output, StringComparison.Ordinal);

        Run(project, "rotate").RequireGood();
        Assert.Equal("member", KindOf(project, code));

        Run(project, "renew", "musterdorf").RequireGood();
        Assert.Equal("revoked", KindOf(project, code));
        var renewed = AccessCode.TryParse(CodeOf(project, "musterdorf"))!;
        Assert.Equal("member", KindOf(project, renewed));

        Assert.Contains("neue Schlüssel", Run(project, "remove", "musterdorf").RequireGood().Output, StringComparison.Ordinal);
        Assert.Equal("revoked", KindOf(project, renewed));
    }

    [Fact]
    public void Edit_by_hand_must_be_applied()
    {
        using var project = Project();
        Run(project, "add", "musterdorf", "--name", "Gemeinde Musterdorf").RequireGood();
        project.Write("content/mitglieder.yml", project.Read("content/mitglieder.yml").Replace("id: \"musterdorf\"", "id: \"anderswo\"", StringComparison.Ordinal));
        Assert.Contains("MB005", project.Build().Error, StringComparison.Ordinal);
        Run(project, "apply").RequireGood();
        project.Build().RequireGood();
    }

    [Fact]
    public void Codes_go_to_a_private_file_or_a_screen_only()
    {
        using var project = Project();
        Run(project, "add", "musterdorf", "--name", "=Gemeinde").RequireGood();
        project.Build().RequireGood();
        var file = project.PathOf("codes.csv");
        Run(project, "codes", "--out", file).RequireGood();
        Assert.Contains("musterdorf;\"'=Gemeinde\";\"members\";", project.Read("codes.csv"), StringComparison.Ordinal);
        Assert.True(OperatingSystem.IsWindows() || File.GetUnixFileMode(file) == (UnixFileMode.UserRead | UnixFileMode.UserWrite));
        Run(project, "codes", "--out", project.PathOf("briefe.html")).RequireGood();
        Assert.Contains("https://verband.example/mitglieder/", project.Read("briefe.html"), StringComparison.Ordinal);

        Assert.Equal(CommandLine.WrongUsage, Run(project, "codes", "--out", file).Status);
        Assert.Equal(CommandLine.WrongUsage, Run(project, "codes", "--out", project.PathOf("output/assets/codes.csv")).Status);
        Assert.Equal(CommandLine.WrongUsage, Run(project, "codes", "--out", project.PathOf("content/codes.csv")).Status);
        project.IsTerminal = false;
        Assert.Equal(CommandLine.WrongUsage, Run(project, "codes").Status);
        project.Variables["CI"] = "true";
        Assert.Equal(CommandLine.WrongUsage, Run(project, "codes", "--out", project.PathOf("neu.csv")).Status);
        Assert.False(project.Has("neu.csv"));
    }

    [Fact]
    public void Letter_names_the_address_as_people_type_it()
    {
        using var project = Project();
        project.Write("content/site.yml", "title: Verband\nbaseUrl: https://www.städtebund.example\n");
        Run(project, "add", "musterdorf", "--name", "Gemeinde").RequireGood();
        Run(project, "codes", "--out", project.PathOf("briefe.html")).RequireGood();
        Assert.Contains("https://www.städtebund.example/mitglieder/", System.Net.WebUtility.HtmlDecode(project.Read("briefe.html")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("add", "Groß", "--name", "x")]
    [InlineData("add", "a")]
    [InlineData("add", "a", "--name", "x", "--audience", "gibtsnicht")]
    [InlineData("remove", "fehlt")]
    [InlineData("renew", "fehlt")]
    public void Wrong_words_change_nothing(params string[] words)
    {
        using var project = Project();
        var result = Run(project, words);
        Assert.Equal(CommandLine.WrongUsage, result.Status);
        Assert.NotEmpty(result.Error);
        Assert.False(project.Has("content/mitglieder.yml"));
    }

    [Fact]
    public void Secret_comes_from_a_file_too_and_must_be_one()
    {
        using var project = Project();
        project.Write("geheimnis.txt", project.Variables["FACHINFO_SECRET"] + "\n");
        project.Variables.Clear();
        project.Build("--secret-file", project.PathOf("geheimnis.txt")).RequireGood();
        Assert.True(Directory.Exists(project.PathOf("output/mitglieder/o")));
        project.Variables["FACHINFO_SECRET"] = "kennwort123";
        var refused = project.Build();
        Assert.Equal(CommandLine.WrongUsage, refused.Status);
        Assert.DoesNotContain("kennwort123", refused.Error + refused.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_secret_than_that_of_the_members_is_an_error()
    {
        using var project = Project();
        Run(project, "add", "musterdorf", "--name", "Gemeinde Musterdorf").RequireGood();
        project.Variables["FACHINFO_SECRET"] = project.Run("members", "secret").Output.Trim();
        Assert.Equal(CommandLine.ContentErrors, Run(project, "codes").Status);
        Assert.Contains("MB003", project.Build().Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Neither_output_nor_cache_holds_secret_or_code()
    {
        using var project = Project();
        Run(project, "add", "musterdorf", "--name", "Gemeinde Musterdorf").RequireGood();
        var code = CodeOf(project, "musterdorf");
        project.Build().RequireGood();
        var secret = SiteSecret.TryParse(project.Variables["FACHINFO_SECRET"])!;
        foreach (var file in Directory.EnumerateFiles(project.Root, "*", SearchOption.AllDirectories))
        {
            var bytes = File.ReadAllBytes(file);
            Assert.True(bytes.AsSpan().IndexOf(secret.Bytes) < 0, file);
            Assert.True(bytes.AsSpan().IndexOf(System.Text.Encoding.UTF8.GetBytes(code)) < 0, file);
            Assert.True(bytes.AsSpan().IndexOf(AccessCode.TryParse(code)!.Bytes) < 0, file);
        }
    }

    [Fact]
    public void Content_for_members_in_a_public_repository_is_an_error_unless_it_lies_elsewhere()
    {
        using var project = Project();
        project.Variables["CI_PROJECT_VISIBILITY"] = "public";
        Assert.Contains("MB008", project.Build().Error, StringComparison.Ordinal);
        Directory.CreateDirectory(project.PathOf("privat/mitteilungen/2024"));
        File.Move(project.PathOf("content/mitteilungen/2024/1.md"), project.PathOf("privat/mitteilungen/2024/1.md"));
        project.Build("--members-content", project.PathOf("privat")).RequireGood();
        Assert.True(project.Has("output/mitteilungen/2024/1/index.html"));
        project.Variables.Remove("CI_PROJECT_VISIBILITY");
        project.Write("ereignis.json", "{\"repository\": {\"private\": false}}");
        project.Variables["GITHUB_EVENT_PATH"] = project.PathOf("ereignis.json");
        File.Move(project.PathOf("privat/mitteilungen/2024/1.md"), project.PathOf("content/mitteilungen/2024/1.md"));
        Assert.Contains("MB008", project.Build().Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Members_may_be_listed_outside_the_content()
    {
        using var project = Project();
        var list = project.PathOf("liste.yml");
        Run(project, "add", "musterdorf", "--name", "Gemeinde Musterdorf", "--members-file", list).RequireGood();
        project.Build("--members-file", list).RequireGood();
        Assert.False(project.Has("content/mitglieder.yml"));
        Assert.DoesNotContain("MB004", project.Build("--members-file", list).Error, StringComparison.Ordinal);
    }

    private static string KindOf(ProjectFolder project, AccessCode code)
    {
        project.Build().RequireGood();
        return SealOpener.OpenRecord(code, first => File.ReadAllBytes(project.PathOf("output" + MemberRecords.AddressOf(first))))!.Value.GetProperty("kind").GetString()!;
    }
}
