using System.Runtime.CompilerServices;

namespace Graph.Query.Execution;

/// <summary>One row for each element of a list; none for null or an empty list.</summary>
/// <param name="numberSlot">Where the number of an element in its list goes; -1 where nobody asks.</param>
/// <param name="first">The number of a list's first element.</param>
internal sealed class UnwindOperator(Operator input, CompiledExpression list, int slot, int numberSlot, int first) : Operator
{
    private const string Operation = "UNWIND";

    private readonly ConditionalWeakTable<ExecutionState, NumberedElements> elementsByRun = [];

    public override IEnumerable<Batch> Run(ExecutionState state, Argument argument)
    {
        foreach (var batch in input.Run(state, argument))
        {
            var (owner, number) = (-1, 0L);
            foreach (var elements in Enumerate(state, batch, list.Evaluate(state, batch)))
            {
                if (numberSlot >= 0)
                    elements.Rows.Set(numberSlot, Number(elements.Owners, ref owner, ref number));
                yield return elements.Rows;
            }
        }
    }

    private IEnumerable<ListElements> Enumerate(ExecutionState state, Batch batch, Column lists)
    {
        if (lists is NumberedColumn numbered)
        {
            var elements = elementsByRun.GetValue(state, _ => new NumberedElements(state, numbered.CodeSpace));
            if (elements.IsOf(numbered))
                return ListElements.Enumerate(state, batch, numbered, elements, slot, Operation);
        }

        return ListElements.Enumerate(state, batch, lists, slot, Operation);
    }

    /// <param name="owner">The row whose list was read last, of which more elements may come.</param>
    private CountColumn Number(int[] owners, ref int owner, ref long number)
    {
        var numbers = new long[owners.Length];
        for (var i = 0; i < numbers.Length; i++)
        {
            if (owners[i] != owner)
                (owner, number) = (owners[i], first);
            numbers[i] = number++;
        }

        return new CountColumn(numbers);
    }
}
