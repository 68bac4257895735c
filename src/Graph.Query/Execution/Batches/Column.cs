namespace Graph.Query.Execution;

/// <summary>The values of one variable or expression over the rows of a batch. Immutable once its batch was handed on.</summary>
internal abstract class Column
{
    public abstract Value this[int row] { get; }

    /// <summary>The values at the given rows, in that order.</summary>
    public abstract Column Gather(ReadOnlySpan<int> rows);

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
    /// <returns>Whether rows of one number hold equivalent values; else only rows of different numbers are in order.</returns>
    public virtual bool GetOrderCodes(Span<ulong> codes) => OrderCodes.OfValues(this, codes);

    /// <summary>The column whose codes tell groups of this one apart, which may be a coarser source that many columns share.</summary>
    public virtual Column CodeSource => this;

    /// <summary>What the codes of this column number; codes of two columns may be compared only where it is the same object. Null where there are none.</summary>
    public virtual object? CodeSpace => null;

    /// <summary>Numbers, one per row, that are equal only where the values are equivalent, within one <see cref="CodeSpace"/>.</summary>
    public virtual bool TryGetCodes(Span<long> codes) => false;

    /// <summary>Numbers that are equal exactly where the values are equivalent: ids and integers, <see cref="PropertyReader.NullCode"/> for null.</summary>
    public virtual bool TryGetExactCodes(Span<long> codes) => false;

    /// <summary>Which numbers there are beside nulls, as far as it is known without reading them.</summary>
    public virtual NumberForm NumberForm => NumberForm.Other;

    /// <summary>Tests strings in their UTF-8; false, and nothing done, where the column is not one of strings.</summary>
    public virtual bool TryTestText(TextTest test, Span<Truth> truths) => false;

    /// <summary>How many code points each string has, <see cref="PropertyReader.NullCode"/> for null; false, and nothing done, where the column is not one of strings.</summary>
    public virtual bool TryGetTextSizes(Span<long> sizes) => false;

    /// <summary>Integers, <see cref="PropertyReader.NullCode"/> for null; false, and nothing done, where a value may be something else.</summary>
    public virtual bool TryGetIntegers(Span<long> integers) => false;

    /// <summary>Integers and floats as floats, with the rows that are not null; false, and nothing done, where a value may be something else.</summary>
    public virtual bool TryGetNumbers(Span<double> numbers, Span<bool> isPresent) => false;

    /// <summary>Holds each row's value against a constant without making values; false, and nothing done, where the column cannot.</summary>
    public virtual bool TryCompare(CodeComparison comparison, Span<Truth> truths) => false;

    /// <summary>Holds each row's value against the items of a list without making values; false, and nothing done, where the column cannot.</summary>
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
            edges[row] = value.IsEdge ? value.AsEdge() : value.IsNull ? -1 : throw RuntimeErrors.WrongKind("A relation pattern", value.Kind);
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

/// <summary>A truth value of three-valued logic.</summary>
internal enum Truth : byte
{
    False,
    True,
    Unknown,
}

internal sealed class ValueColumn(Value[] values) : Column
{
    public override Value this[int row] => values[row];

    public override Column Gather(ReadOnlySpan<int> rows)
    {
        var gathered = new Value[rows.Length];
        for (var i = 0; i < rows.Length; i++)
            gathered[i] = values[rows[i]];
        return new ValueColumn(gathered);
    }
}

/// <summary>One value for every row.</summary>
internal sealed class ConstantColumn(Value value) : Column
{
    public static readonly ConstantColumn Null = new(Value.Null);

    public Value Value => value;

    public override NumberForm NumberForm => value.IsFloat ? NumberForm.Floats : value.IsInteger && value.AsInteger() != PropertyReader.NullCode ? NumberForm.Integers : NumberForm.Other;

    public override Value this[int row] => value;

    public override bool TryGetIntegers(Span<long> integers)
    {
        if (NumberForm != NumberForm.Integers)
            return false;
        integers.Fill(value.AsInteger());
        return true;
    }

    public override bool TryGetNumbers(Span<double> numbers, Span<bool> isPresent)
    {
        if (NumberForm == NumberForm.Other)
            return false;
        numbers.Fill(value.AsNumber());
        isPresent.Fill(true);
        return true;
    }

    public override Column Gather(ReadOnlySpan<int> rows) => this;
}

/// <param name="isConsecutive">Each id is one more than the one before, as a scan gives them.</param>
internal sealed class NodeColumn(int[] nodes, bool isConsecutive = false) : Column
{
    /// <summary>Null where a value is neither a node nor null.</summary>
    public static NodeColumn? TryCreate(ReadOnlySpan<Value> values)
    {
        if (values.IsEmpty || !values[0].IsNode)
            return null;

        var nodes = new int[values.Length];
        for (var row = 0; row < nodes.Length; row++)
        {
            if (!values[row].IsNode && !values[row].IsNull)
                return null;
            nodes[row] = values[row].IsNull ? -1 : values[row].AsNode();
        }

        return new NodeColumn(nodes);
    }

    public override Value this[int row] => nodes[row] < 0 ? Value.Null : Value.FromNode(nodes[row]);

    public int[] Ids => nodes;

    public override int[] HeldIds => nodes;

    public override void FindPresent(Span<bool> isPresent) => IdCodes.FindPresent(nodes, isPresent);

    public override bool CanHold(Column other) => other is NodeColumn;

    public override Column Hold(int[] ids) => new NodeColumn(ids);

    public override bool GetOrderCodes(Span<ulong> codes)
    {
        OrderCodes.OfIds(nodes, codes);
        return true;
    }

    public bool IsConsecutive => isConsecutive;

    public override ReadOnlySpan<int> GetNodes(int count) => nodes.AsSpan(0, count);

    public override object CodeSpace => IdCodes.NodeSpace;

    public override bool TryGetCodes(Span<long> codes) => TryGetExactCodes(codes);

    public override bool TryGetExactCodes(Span<long> codes)
    {
        IdCodes.Fill(nodes, codes);
        return true;
    }

    public override Value Decode(long code) => code == PropertyReader.NullCode ? Value.Null : Value.FromNode((int)code);

    public override Column Gather(ReadOnlySpan<int> rows) => new NodeColumn(IdGather.Gather(nodes, rows));

    public override Column GatherOrNull(ReadOnlySpan<int> rows) => new NodeColumn(IdGather.GatherOrNull(nodes, rows));
}

internal sealed class EdgeColumn(int[] edges) : Column
{
    public override Value this[int row] => edges[row] < 0 ? Value.Null : Value.FromEdge(edges[row]);

    public int[] Ids => edges;

    public override int[] HeldIds => edges;

    public override void FindPresent(Span<bool> isPresent) => IdCodes.FindPresent(edges, isPresent);

    public override bool CanHold(Column other) => other is EdgeColumn;

    public override Column Hold(int[] ids) => new EdgeColumn(ids);

    public override bool GetOrderCodes(Span<ulong> codes)
    {
        OrderCodes.OfIds(edges, codes);
        return true;
    }

    public override ReadOnlySpan<int> GetEdges(int count) => edges.AsSpan(0, count);

    public override object CodeSpace => IdCodes.EdgeSpace;

    public override bool TryGetCodes(Span<long> codes) => TryGetExactCodes(codes);

    public override bool TryGetExactCodes(Span<long> codes)
    {
        IdCodes.Fill(edges, codes);
        return true;
    }

    public override Value Decode(long code) => code == PropertyReader.NullCode ? Value.Null : Value.FromEdge((int)code);

    public override Column Gather(ReadOnlySpan<int> rows) => new EdgeColumn(IdGather.Gather(edges, rows));

    public override Column GatherOrNull(ReadOnlySpan<int> rows) => new EdgeColumn(IdGather.GatherOrNull(edges, rows));
}

internal sealed class CountColumn(long[] values) : Column
{
    public ReadOnlySpan<long> Counts => values;

    public override NumberForm NumberForm => NumberForm.Integers;

    public override bool TryGetIntegers(Span<long> integers)
    {
        values.AsSpan(0, integers.Length).CopyTo(integers);
        return true;
    }

    public override bool TryGetNumbers(Span<double> numbers, Span<bool> isPresent)
    {
        for (var row = 0; row < numbers.Length; row++)
            numbers[row] = values[row];
        isPresent.Fill(true);
        return true;
    }

    public override Value this[int row] => Value.FromInteger(values[row]);

    public override bool GetOrderCodes(Span<ulong> codes)
    {
        for (var row = 0; row < codes.Length; row++)
            codes[row] = OrderCodes.OfInteger(values[row]);
        return true;
    }

    public override void FindPresent(Span<bool> isPresent) => isPresent.Fill(true);

    public override bool TryCompare(CodeComparison comparison, Span<Truth> truths)
    {
        if (!comparison.Constant.IsNumber)
            return false;

        var (low, high) = comparison.GetInterval();
        for (var row = 0; row < truths.Length; row++)
            truths[row] = (values[row] >= low && values[row] <= high) != comparison.IsNegated ? Truth.True : Truth.False;
        return true;
    }

    public override Column Gather(ReadOnlySpan<int> rows)
    {
        var gathered = GC.AllocateUninitializedArray<long>(rows.Length);
        for (var i = 0; i < rows.Length; i++)
            gathered[i] = values[rows[i]];
        return new CountColumn(gathered);
    }
}

internal sealed class TruthColumn(Truth[] truths) : Column
{
    public override Value this[int row] => truths[row] switch
    {
        Truth.True => Value.True,
        Truth.False => Value.False,
        _ => Value.Null,
    };

    public override ReadOnlySpan<Truth> GetTruths(int count, string operation) => truths.AsSpan(0, count);

    public override Column Gather(ReadOnlySpan<int> rows)
    {
        var gathered = GC.AllocateUninitializedArray<Truth>(rows.Length);
        for (var i = 0; i < rows.Length; i++)
            gathered[i] = truths[rows[i]];
        return new TruthColumn(gathered);
    }
}

/// <summary>Which row of an outer batch each row came from.</summary>
internal sealed class OrdinalColumn(int[] ordinals) : Column
{
    public override Value this[int row] => Value.FromInteger(ordinals[row]);

    public ReadOnlySpan<int> Ordinals => ordinals;

    public override int[] HeldIds => ordinals;

    public override bool CanHold(Column other) => other is OrdinalColumn;

    public override Column Hold(int[] ids) => new OrdinalColumn(ids);

    public override object CodeSpace => IdCodes.OrdinalSpace;

    public override bool TryGetCodes(Span<long> codes)
    {
        IdCodes.Fill(ordinals, codes);
        return true;
    }

    /// <summary>The rows of a batch, numbered.</summary>
    public static Batch Number(Batch batch, int slot)
    {
        var numbers = new int[batch.Count];
        for (var row = 0; row < numbers.Length; row++)
            numbers[row] = row;

        var rows = batch.Extend();
        rows.Set(slot, new OrdinalColumn(numbers));
        return rows;
    }

    public override Column Gather(ReadOnlySpan<int> rows) => new OrdinalColumn(IdGather.Gather(ordinals, rows));
}

internal static class IdGather
{
    public static int[] Gather(ReadOnlySpan<int> ids, ReadOnlySpan<int> rows)
    {
        var gathered = GC.AllocateUninitializedArray<int>(rows.Length);
        Gather(ids, rows, gathered);
        return gathered;
    }

    public static void Gather(ReadOnlySpan<int> ids, ReadOnlySpan<int> rows, Span<int> gathered)
    {
        for (var i = 0; i < rows.Length; i++)
            gathered[i] = ids[rows[i]];
    }

    public static int[] GatherOrNull(ReadOnlySpan<int> ids, ReadOnlySpan<int> rows)
    {
        var gathered = GC.AllocateUninitializedArray<int>(rows.Length);
        for (var i = 0; i < rows.Length; i++)
            gathered[i] = rows[i] < 0 ? -1 : ids[rows[i]];
        return gathered;
    }
}

internal static class IdCodes
{
    public static readonly object NodeSpace = new();

    public static readonly object EdgeSpace = new();

    public static readonly object OrdinalSpace = new();

    public static void FindPresent(ReadOnlySpan<int> ids, Span<bool> isPresent)
    {
        for (var row = 0; row < isPresent.Length; row++)
            isPresent[row] = ids[row] >= 0;
    }

    public static void Fill(ReadOnlySpan<int> ids, Span<long> codes)
    {
        for (var row = 0; row < codes.Length; row++)
            codes[row] = ids[row] < 0 ? PropertyReader.NullCode : ids[row];
    }
}
