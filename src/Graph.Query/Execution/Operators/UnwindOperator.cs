namespace Graph.Query.Execution;

/// <summary>One row for each element of a list; none for null or an empty list.</summary>
/// <param name="numberSlot">Where the number of an element in its list goes; -1 where nobody asks.</param>
/// <param name="first">The number of a list's first element.</param>
internal sealed class UnwindOperator(Operator input, CompiledExpression list, int slot, int numberSlot, int first) : Operator
{
    public override IEnumerable<Batch> Run(ExecutionState state, Argument argument)
    {
        foreach (var batch in input.Run(state, argument))
        {
            var (owner, number) = (-1, 0L);
            foreach (var elements in ListElements.Enumerate(state, batch, list.Evaluate(state, batch), slot, "UNWIND"))
            {
                if (numberSlot >= 0)
                    elements.Rows.Set(numberSlot, Number(elements.Owners, ref owner, ref number));
                yield return elements.Rows;
            }
        }
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
