using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.FSharp.Core;

namespace Fachinfo.Tests;

/// <summary>Runs properties over generated values: the same values on every run, others where asked for.</summary>
/// <remarks>
/// <c>PROPERTY_SEED=17 dotnet test</c> draws other values, <c>PROPERTY_RUNS=20</c> takes twenty times as many.
/// A failure shows the smallest value found and the seed of the run.
/// </remarks>
public static class Property
{
    private const ulong UsualSeed = 20240220;

    /// <summary>Checks that a statement holds for <paramref name="runs"/> values; it throws where it does not.</summary>
    public static void Holds<T>(Gen<T> values, int runs, Action<T> statement, Func<T, IEnumerable<T>>? shrink = null)
    {
        var seed = Number("PROPERTY_SEED") ?? UsualSeed;
        var arbitrary = shrink is null ? Arb.From(values) : Arb.From(values, shrink);
        var start = new Replay(new Rnd(seed, 1), FSharpOption<int>.None);
        var config = Config.QuickThrowOnFailure
            .WithQuietOnSuccess(true)
            .WithMaxTest(runs * (int)(Number("PROPERTY_RUNS") ?? 1))
            .WithReplay(FSharpOption<Replay>.Some(start));
        try
        {
            Prop.ForAll(arbitrary, statement).Check(config);
        }
        catch (Exception failure) when (failure is not Xunit.Sdk.IAssertionException)
        {
            Assert.Fail($"PROPERTY_SEED={seed}\n{failure.Message}\n{failure.InnerException}");
        }
    }

    private static ulong? Number(string variable) =>
        ulong.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
