namespace Graph.Query.Execution;

/// <summary>How values of one kind are integers that compare as the values do.</summary>
internal abstract class ComparedForm
{
    /// <param name="values">The first ones that are compared.</param>
    /// <param name="onlyDiffer">Nothing is asked but whether values are different, which elements can be too.</param>
    public static ComparedForm Of(Column values, bool onlyDiffer)
    {
        if (values.AreTexts)
            return new TextRanks();
        if (values.AreDays)
            return new DayForm();
        return onlyDiffer && values is NodeColumn or EdgeColumn ? new ElementForm(values) : new IntegerForm();
    }

    public virtual long Bytes => 0;

    /// <summary>
    /// The integers of inner values, <see cref="PropertyReader.NullCode"/> for null; false where a value may be of another kind.
    /// </summary>
    public abstract bool TryNumber(Column values, Span<long> integers);

    /// <summary>The same for outer values, once all inner ones are there.</summary>
    /// <param name="known">What is remembered of this column's codes.</param>
    public virtual bool TryRank(Column values, Span<long> integers, CodeMemo known) => TryNumber(values, integers);

    /// <summary>Called when all inner values are there.</summary>
    /// <returns>By the integers that were given, those to compare with; null for themselves.</returns>
    public virtual long[]? Sort() => null;

    public abstract Value Decode(long integer);

    private sealed class IntegerForm : ComparedForm
    {
        public override bool TryNumber(Column values, Span<long> integers) => values.TryGetIntegers(integers);

        public override Value Decode(long integer) => Value.FromInteger(integer);
    }

    private sealed class DayForm : ComparedForm
    {
        public override bool TryNumber(Column values, Span<long> integers)
        {
            if (values.AreDays)
                values.GetDays(integers);
            return values.AreDays;
        }

        public override Value Decode(long integer) => Value.FromDate(PartialDate.FromDay(new CalendarDay((int)integer)));
    }

    private sealed class ElementForm(Column first) : ComparedForm
    {
        public override bool TryNumber(Column values, Span<long> integers) =>
            values.CodeSpace == first.CodeSpace && values.TryGetExactCodes(integers);

        public override Value Decode(long integer) => first.Decode(integer);
    }
}
