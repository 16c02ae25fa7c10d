using System.Text.Json;
using Fachinfo.Execution;

namespace Fachinfo.Pages.OParl;

/// <summary>An object of the OParl output: it stands at its own address, in lists, and in others.</summary>
/// <param name="Kind">Folder of its address and of its key: <c>paper</c>.</param>
/// <param name="Key">Unique in its kind: <c>325-2017</c>.</param>
/// <param name="Type">The last part of its type: <c>Paper</c>.</param>
/// <param name="WriteFields">Writes everything but id, type and dates; <see langword="null"/> for what was deleted.</param>
internal sealed record OParlObject(
    string Kind, string Key, string Type, Route Route, DateTimeOffset Created, DateTimeOffset Modified, Action<Utf8JsonWriter, OParlForm>? WriteFields)
{
    public bool IsDeleted => WriteFields is null;
}

/// <summary>How an object is written.</summary>
internal enum OParlForm
{
    /// <summary>At its own address or in a list: with the reference to what it belongs to.</summary>
    Single,

    /// <summary>Inside what it belongs to: without that reference.</summary>
    Embedded,
}
