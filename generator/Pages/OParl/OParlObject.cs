using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Fachinfo.Execution;

namespace Fachinfo.Pages.OParl;

/// <summary>An object of the OParl output: it stands at its own address, in lists, and in others.</summary>
/// <remarks>A large town has more than a hundred thousand of these: they hold no text of their own.</remarks>
internal sealed class OParlObject(OParlWriter writer, OParlKind kind, string key, Route route, object? subject)
{
    private StrongBox<ContentHash>? hash;

    public OParlKind Kind { get; } = kind;

    /// <summary>Gets the last part of its address, unique in its kind: <c>325-2017</c>.</summary>
    public string Key { get; } = key;

    public Route Route { get; } = route;

    /// <summary>Gets the part of the model that it shows; <see langword="null"/> for what was deleted.</summary>
    public object? Subject { get; } = subject;

    public required DateTimeOffset Created { get; init; }

    public required DateTimeOffset Modified { get; init; }

    public bool IsDeleted => Subject is null;

    /// <summary>Gets a value indicating whether it was withdrawn, itself or with what it belonged to, and did not just vanish.</summary>
    public bool IsWithdrawn { get; init; }

    /// <summary>The hash of what it says, dates included; made once, however many lists it is in.</summary>
    public ContentHash Hash()
    {
        if (hash is { } known)
        {
            return known.Value;
        }

        hash = new StrongBox<ContentHash>(OParlJson.HashOf(WriteFields));
        return hash.Value;
    }

    /// <summary>Writes the file at its address.</summary>
    public void Write(IBufferWriter<byte> into) => OParlJson.Write(into, WriteFields);

    /// <summary>Writes the object as it is in lists and at its address.</summary>
    public void WriteFields(Utf8JsonWriter json) => writer.Write(json, this, OParlForm.Single);

    /// <summary>Writes that it is there or was deleted, and nothing of what it says.</summary>
    public void WriteChange(Utf8JsonWriter json) => writer.WriteChange(json, this);
}

/// <summary>How an object is written.</summary>
internal enum OParlForm
{
    /// <summary>At its own address or in a list: with the reference to what it belongs to.</summary>
    Single,

    /// <summary>Inside what it belongs to: without that reference.</summary>
    Embedded,
}
