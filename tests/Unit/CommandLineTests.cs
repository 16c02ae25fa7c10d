using Fachinfo.Commands;

namespace Fachinfo.Tests;

public class CommandLineTests
{
    [Fact]
    public void Build_works_with_the_theme_inside_the_program()
    {
        using var project = new ProjectFolder(ProjectFolder.Notice);
        project.Run("build", "--content", project.Content, "--output", project.Output).RequireGood();
        Assert.Contains("<p>Text der ersten.</p>", project.Read("output/mitteilungen/2024/1/index.html"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_fault_of_the_program_is_status_3()
    {
        using var project = new ProjectFolder(ProjectFolder.Notice);
        using var error = new StringWriter();
        var host = new Host { Output = TextWriter.Null, Error = error, Today = () => throw new InvalidOperationException("Absicht") };
        Assert.Equal(CommandLine.Fault, CommandLine.Run(["check", "--content", project.Content], host));
        Assert.Contains("Absicht", error.ToString(), StringComparison.Ordinal);
    }
}
