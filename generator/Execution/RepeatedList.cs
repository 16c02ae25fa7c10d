using System.Collections.ObjectModel;

namespace Fachinfo.Execution;

/// <summary>A list that many pages show in the same way, such as the main navigation: the same object on each of them.</summary>
public sealed class RepeatedList<T>(IList<T> items) : ReadOnlyCollection<T>(items), IRepeatedView;
