using System.Text.Json.Serialization;

namespace Fachinfo.Execution;

/// <summary>A body in a view model: never HTML, but where it lies and the addresses for its open places.</summary>
/// <param name="Hash">Of the source, so that the fingerprint of a page changes with its text.</param>
public sealed record BodyView([property: JsonIgnore] BodyReference Reference, string Hash, IReadOnlyList<string> Targets);
