using Graph.Query.Functions;

namespace Graph.Query.Execution;

/// <summary>
/// The answers of a function that sees nothing of an element but its label set or relation type and, for <c>keys</c>, which properties it
/// has. They are numbered by that; an answer is made when the first element that has it comes, and kept as long as the query.
/// </summary>
internal sealed class ElementKinds
{
    private const int MostAnswers = 1 << 14;

    private readonly Function function;
    private readonly Func<int, Value> createElement;
    private readonly Section[] sections;
    private readonly int count;
    private readonly Lock isFilled = new();
    private Value[] answers = [];
    private bool[] isKnown = [];

    private ElementKinds(Function function, Func<int, Value> createElement, Section[] sections, int count)
    {
        this.function = function;
        this.createElement = createElement;
        this.sections = sections;
        this.count = count;
    }

    /// <returns>Null where there are too many answers to keep.</returns>
    public static ElementKinds? OfNodes(GraphStore store, Function function, bool distinguishesKeys) => Create(
        function,
        Value.FromNode,
        store.NodeRanges.Select(range => (range.Start, range.End, distinguishesKeys ? range.Columns : [])));

    /// <returns>Null where there are too many answers to keep.</returns>
    public static ElementKinds? OfEdges(GraphStore store, Function function, bool distinguishesKeys) => Create(
        function,
        Value.FromEdge,
        store.EdgeTables.Select(table => (table.FirstEdge, table.EndEdge, distinguishesKeys ? table.Columns : [])));

    /// <param name="ids">Of elements, -1 for null.</param>
    public NumberedColumn CreateColumn(ExecutionState state, ReadOnlySpan<int> ids)
    {
        var numbers = GC.AllocateUninitializedArray<int>(ids.Length);
        Number(ids, numbers);
        Complete(state, ids, numbers);
        return new NumberedColumn(numbers, answers, this, count);
    }

    private static ElementKinds? Create(
        Function function, Func<int, Value> createElement, IEnumerable<(int Start, int End, ImmutableArray<PropertyColumn> Columns)> parts)
    {
        var sections = new List<Section>();
        var count = 0;
        foreach (var (start, end, columns) in parts)
        {
            Validity[] partial = [.. columns.Select(column => column.Validity).Where(validity => !validity.IsComplete)];
            if (partial.Length >= int.Log2(MostAnswers))
                return null;

            sections.Add(new Section(start, end, count, partial));
            count += 1 << partial.Length;
            if (count > MostAnswers)
                return null;
        }

        return new ElementKinds(function, createElement, [.. sections], count);
    }

    private void Number(ReadOnlySpan<int> ids, Span<int> numbers)
    {
        var section = default(Section);
        for (var row = 0; row < numbers.Length; row++)
        {
            var id = ids[row];
            if (id < 0)
            {
                numbers[row] = count;
                continue;
            }

            if (id < section.Start || id >= section.End)
                section = Find(id);
            numbers[row] = section.Partial.Length == 0 ? section.FirstNumber : section.FirstNumber + section.FindPresent(id);
        }
    }

    private Section Find(int id)
    {
        var (low, high) = (0, sections.Length - 1);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (id < sections[middle].End)
                high = middle;
            else
                low = middle + 1;
        }

        return sections[low];
    }

    /// <summary>Makes the answers that are not known yet; the cores of a run share them.</summary>
    private void Complete(ExecutionState state, ReadOnlySpan<int> ids, ReadOnlySpan<int> numbers)
    {
        lock (isFilled)
        {
            if (answers.Length == 0)
            {
                answers = new Value[count + 1];
                isKnown = new bool[count + 1];
                (answers[count], isKnown[count]) = (Value.Null, true);
            }

            for (var row = 0; row < numbers.Length; row++)
            {
                ref var known = ref isKnown[numbers[row]];
                if (known)
                    continue;
                answers[numbers[row]] = function.Body(state, [createElement(ids[row])]);
                known = true;
            }
        }
    }

    /// <param name="Partial">Of the properties that some elements have and others do not.</param>
    private readonly record struct Section(int Start, int End, int FirstNumber, Validity[] Partial)
    {
        /// <summary>A bit for each such property that an element has.</summary>
        public int FindPresent(int id)
        {
            var bits = 0;
            for (var i = 0; i < Partial.Length; i++)
                bits |= Partial[i][id - Start] ? 1 << i : 0;
            return bits;
        }
    }
}
