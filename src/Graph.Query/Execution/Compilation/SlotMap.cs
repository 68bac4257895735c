using Graph.Query.Binding;

namespace Graph.Query.Execution;

/// <summary>
/// Where each variable of a statement stands in a batch. Variables of all scopes have slots of their own, so a subquery finds the outer
/// variables where they are.
/// </summary>
internal sealed class SlotMap
{
    private readonly Dictionary<BoundVariable, int> slots = [];

    public int Count { get; private set; }

    public int this[BoundVariable variable]
    {
        get
        {
            if (!slots.TryGetValue(variable, out var slot))
            {
                slot = Add();
                slots.Add(variable, slot);
            }

            return slot;
        }
    }

    /// <summary>A slot for what no variable stands for.</summary>
    public int Add() => Count++;

    public int[] Of(IEnumerable<BoundVariable> variables) => [.. variables.Select(variable => this[variable])];
}
