using System.Runtime.InteropServices;

namespace Graph.Query.Execution;

/// <summary>
/// The elements of numbered lists, numbered themselves: each list is taken apart once, however many rows hold it. The cores of a run share
/// them.
/// </summary>
internal sealed class NumberedElements(ExecutionState state, object space)
{
    private const int BytesPerElement = 48;

    private readonly Lock isFilled = new();
    private readonly Dictionary<string, int> numberByText = new(StringComparer.Ordinal);
    private readonly List<Value> values = [];
    private Value[] snapshot = [];
    private int[]?[] elements = [];

    public bool IsOf(NumberedColumn lists) => ReferenceEquals(lists.CodeSpace, space);

    /// <summary>The numbers of each list's elements by the number of the list, null for one that no row holds; then the elements.</summary>
    public (int[]?[] Elements, Value[] Values) Find(NumberedColumn lists, int count, string operation)
    {
        lock (isFilled)
        {
            foreach (var list in lists.Numbers[..count])
            {
                if (list >= elements.Length)
                    Array.Resize(ref elements, Math.Max(list + 1, elements.Length * 2));
                elements[list] ??= Number(lists.Values[list], operation);
            }

            if (snapshot.Length != values.Count)
                snapshot = [.. values];
            return (elements, snapshot);
        }
    }

    private int[] Number(Value list, string operation)
    {
        if (list.IsNull)
            return [];
        if (list.Kind != ValueKind.List)
            throw RuntimeErrors.WrongKind(operation, list.Kind);

        var items = list.AsList();
        state.Allocate((long)BytesPerElement * items.Count);
        var numbers = new int[items.Count];
        for (var i = 0; i < numbers.Length; i++)
            numbers[i] = Number(items[i]);
        return numbers;
    }

    private int Number(Value item)
    {
        if (item.Kind != ValueKind.String)
        {
            values.Add(item);
            return values.Count - 1;
        }

        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(numberByText, item.AsString(), out var isKnown);
        if (!isKnown)
        {
            number = values.Count;
            values.Add(item);
        }

        return number;
    }
}
