using Fachinfo.Execution;
using Fachinfo.Sealing;

namespace Fachinfo.Commands;

/// <summary>Where the secret of the members' area comes from: a file, or one variable of the environment. Never an argument.</summary>
internal static class SecretSource
{
    public const string Variable = "FACHINFO_SECRET";

    /// <summary>Reads the secret, if there is one. What is there and is no secret is wrong usage; its text is never shown.</summary>
    /// <returns>Whether the build can go on.</returns>
    public static bool TryRead(Host host, string? file, out SiteSecret? secret)
    {
        secret = null;
        var text = host.Variable(Variable);
        host.Forget(Variable);
        if (file is not null)
        {
            if (!File.Exists(file))
            {
                host.Error.WriteLine($"Die Datei „{file}“ mit dem Geheimnis gibt es nicht.");
                return false;
            }

            text = File.ReadAllText(file);
        }

        if (string.IsNullOrWhiteSpace(text))
        {
            return file is null || Refuse(host, file);
        }

        secret = SiteSecret.TryParse(text);
        return secret is not null || Refuse(host, file ?? Variable);
    }

    public static BuildSecret? ForBuild(SiteSecret? secret) => secret is null ? null : new BuildSecret(secret, secret.Fingerprint);

    private static bool Refuse(Host host, string place)
    {
        host.Error.WriteLine($"In „{place}“ steht kein Geheimnis: Erwartet werden 32 zufällige Bytes, wie „fachinfo members secret“ sie macht. Kennwörter sind nicht möglich.");
        return false;
    }
}
