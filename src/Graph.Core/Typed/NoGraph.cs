using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;

namespace Graph.Core;

/// <summary>What views of a graph say where they are the default of their type; for generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class NoGraph
{
    /// <param name="name">The type of the view.</param>
    /// <exception cref="InvalidOperationException">Always.</exception>
    [DoesNotReturn]
    public static T Throw<T>(string name) =>
        throw new InvalidOperationException($"This {name} is the default of its type and in no graph; ask a graph for one.");
}
