using System.Globalization;

namespace Fachinfo.Model.Council;

/// <summary>Makes keys unique: <c>a</c>, <c>a-2</c>, <c>a-3</c>.</summary>
internal sealed class UniqueKeys
{
    private readonly HashSet<string> taken = new(StringComparer.Ordinal);

    public string Claim(string wanted)
    {
        var key = wanted;
        for (var i = 2; !taken.Add(key); i++)
        {
            key = wanted + "-" + i.ToString(CultureInfo.InvariantCulture);
        }

        return key;
    }
}
