using System.Text.Json;

namespace Fachinfo.Commands;

/// <summary>Whether CI says that the repository it builds is public, history and forks included.</summary>
internal static class PublicRepository
{
    public static bool IsSaidBy(Host host)
    {
        if (host.Variable("CI_PROJECT_VISIBILITY") == "public")
        {
            return true;
        }

        if (host.Variable("GITHUB_EVENT_PATH") is not { Length: > 0 } path || !File.Exists(path))
        {
            return false;
        }

        try
        {
            using var json = JsonDocument.Parse(File.ReadAllText(path));
            return json.RootElement.ValueKind == JsonValueKind.Object
                && json.RootElement.TryGetProperty("repository", out var repository)
                && repository.ValueKind == JsonValueKind.Object
                && repository.TryGetProperty("private", out var isPrivate)
                && isPrivate.ValueKind == JsonValueKind.False;
        }
        catch (JsonException)
        {
            // Not the file that it should be; nothing is known then.
            return false;
        }
    }
}
