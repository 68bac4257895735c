namespace Graph.Query.Execution;

/// <summary>The values of one variable or expression over the rows of a batch. Immutable once its batch was handed on.</summary>
internal abstract class Column
{
    public abstract Value this[int row] { get; }

    /// <summary>The values at the given rows, in that order.</summary>
    public virtual Column Gather(ReadOnlySpan<int> rows)
    {
        var gathered = new Value[rows.Length];
        for (var i = 0; i < gathered.Length; i++)
            gathered[i] = this[rows[i]];
        return new ValueColumn(gathered);
    }

    /// <summary>The values at the given rows, null for row -1.</summary>
    public virtual Column GatherOrNull(ReadOnlySpan<int> rows)
    {
        var gathered = new Value[rows.Length];
        for (var i = 0; i < rows.Length; i++)
            gathered[i] = rows[i] < 0 ? Value.Null : this[rows[i]];
        return new ValueColumn(gathered);
    }

    /// <summary>The ids that the values come from, for a column of nodes, edges or one of their properties; else null.</summary>
    public virtual int[]? HeldIds => null;

    /// <summary>Whether <see cref="Hold"/> makes the values of another column from its <see cref="HeldIds"/>.</summary>
    public virtual bool CanHold(Column other) => false;

    /// <summary>A column like this one over other ids.</summary>
    public virtual Column Hold(int[] ids) => throw new NotSupportedException("This column is not made from ids.");

    /// <summary>The order of two rows' values (orderability).</summary>
    public virtual int Compare(int left, int right) => ValueComparer.Compare(this[left], this[right]);

    /// <summary>A number for each row in the order of the values, null last; they are of use only among each other.</summary>
    /// <param name="check">Is called between rows, as a column that is held may have many millions; it ends the work by an
    /// exception.</param>
    /// <returns>Whether rows of one number hold equivalent values; else only rows of different numbers are in order.</returns>
    public virtual bool GetOrderCodes(Span<ulong> codes, Action check) => OrderCodes.OfValues(this, codes, check);

    /// <summary>The column whose codes tell groups of this one apart, which may be a coarser source that many columns share.</summary>
    public virtual Column CodeSource => this;

    /// <summary>
    /// What the codes of this column number; codes of two columns may be compared only where it is the same object. Null where there are
    /// none.
    /// </summary>
    public virtual object? CodeSpace => null;

    /// <summary>Numbers, one per row, that are equal only where the values are equivalent, within one <see cref="CodeSpace"/>.</summary>
    public virtual bool TryGetCodes(Span<long> codes) => false;

    /// <summary>Whether every column of the same <see cref="CodeSpace"/> has exact codes.</summary>
    public virtual bool HasExactCodes => false;

    /// <summary>
    /// Numbers that are equal exactly where the values are equivalent: ids and integers, <see cref="PropertyReader.NullCode"/> for null.
    /// </summary>
    public virtual bool TryGetExactCodes(Span<long> codes) => false;

    /// <summary>
    /// How many values, numbered from 0, stand for all rows of a run; 0 where they hardly repeat or are not known before.
    /// </summary>
    public virtual int ValueCount => 0;

    /// <summary>The number of each row's value, <see cref="ValueCount"/> for null.</summary>
    public virtual void GetValueNumbers(Span<int> numbers) => throw new NotSupportedException("This column does not number its values.");

    /// <summary>Which numbers there are beside nulls, as far as it is known without reading them.</summary>
    public virtual NumberForm NumberForm => NumberForm.Other;

    /// <summary>Whether there are no values but dates of a single day and null, so that <see cref="GetDays"/> can be asked.</summary>
    public virtual bool AreDays => false;

    /// <summary>The day number of each date, <see cref="PropertyReader.NullCode"/> for null.</summary>
    public virtual void GetDays(Span<long> days) => throw new NotSupportedException("This column has no days.");

    /// <summary>Whether there are no values but strings and null, so that <see cref="TryGetUtf8"/> can be asked.</summary>
    public virtual bool AreTexts => false;

    /// <summary>The UTF-8 of a string; false for null.</summary>
    public virtual bool TryGetUtf8(int row, out ReadOnlySpan<byte> utf8) => throw new NotSupportedException("This column has no UTF-8.");

    /// <summary>Tests strings in their UTF-8; false, and nothing done, where the column is not one of strings.</summary>
    public virtual bool TryTestText(TextTest test, Span<Truth> truths) => false;

    /// <summary>
    /// How many code points each string or items each list has, <see cref="PropertyReader.NullCode"/> for null; false, and nothing done,
    /// where it takes the values to tell.
    /// </summary>
    public virtual bool TryGetSizes(Span<long> sizes) => false;

    /// <summary>
    /// Integers, <see cref="PropertyReader.NullCode"/> for null; false, and nothing done, where a value may be something else.
    /// </summary>
    public virtual bool TryGetIntegers(Span<long> integers) => false;

    /// <summary>
    /// Integers and floats as floats, with the rows that are not null; false, and nothing done, where a value may be something else.
    /// </summary>
    public virtual bool TryGetNumbers(Span<double> numbers, Span<bool> isPresent) => false;

    /// <summary>
    /// Holds each row's value against a constant without making values; false, and nothing done, where the column cannot.
    /// </summary>
    public virtual bool TryCompare(CodeComparison comparison, Span<Truth> truths) => false;

    /// <summary>
    /// Holds each row's value against the items of a list without making values; false, and nothing done, where the column cannot.
    /// </summary>
    public virtual bool TryTestMembership(Membership membership, Span<Truth> truths) => false;

    /// <summary>Which rows are not null.</summary>
    public virtual void FindPresent(Span<bool> isPresent)
    {
        for (var row = 0; row < isPresent.Length; row++)
            isPresent[row] = !this[row].IsNull;
    }

    /// <summary>The value of an exact code.</summary>
    public virtual Value Decode(long code) => throw new NotSupportedException("This column has no exact codes.");

    /// <summary>Node ids, -1 for null; only for a column of nodes.</summary>
    public virtual ReadOnlySpan<int> GetNodes(int count)
    {
        var nodes = new int[count];
        for (var row = 0; row < count; row++)
        {
            var value = this[row];
            nodes[row] = value.IsNode ? value.AsNode() : value.IsNull ? -1 : throw RuntimeErrors.WrongKind("A node pattern", value.Kind);
        }

        return nodes;
    }

    /// <summary>Edge ids, -1 for null; only for a column of edges.</summary>
    public virtual ReadOnlySpan<int> GetEdges(int count)
    {
        var edges = new int[count];
        for (var row = 0; row < count; row++)
        {
            var value = this[row];
            edges[row] = value.IsEdge
                ? value.AsEdge()
                : value.IsNull ? -1
                : throw RuntimeErrors.WrongKind("A relation pattern", value.Kind);
        }

        return edges;
    }

    /// <summary>Truth values, for an operator that needs them.</summary>
    public virtual ReadOnlySpan<Truth> GetTruths(int count, string operation)
    {
        var truths = new Truth[count];
        for (var row = 0; row < count; row++)
        {
            var value = this[row];
            truths[row] = value.Kind switch
            {
                ValueKind.Null => Truth.Unknown,
                ValueKind.Boolean => value.IsTrue ? Truth.True : Truth.False,
                var kind => throw RuntimeErrors.WrongKind(operation, kind),
            };
        }

        return truths;
    }
}
