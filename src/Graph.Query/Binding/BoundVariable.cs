using Graph.Query.Types;

namespace Graph.Query.Binding;

/// <summary>
/// A variable of one scope. Two variables are the same only if they are the same object; names may repeat in other scopes.
/// </summary>
internal sealed class BoundVariable(string name, StaticType type, bool isAnonymous = false)
{
    public string Name => name;

    public StaticType Type => type;

    /// <summary>Made by the binder for a pattern element or an intermediate result that the user gave no name.</summary>
    public bool IsAnonymous => isAnonymous;

    /// <inheritdoc cref="BoundProperty.Seen"/>
    public StaticType? Seen { get; init; }

    public override string ToString() => name;
}
