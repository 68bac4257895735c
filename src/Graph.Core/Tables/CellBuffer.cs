using System.Buffers;
using System.Buffers.Text;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Unicode;

namespace Graph.Core;

/// <summary>The cells of one column in one block, row by row.</summary>
internal abstract class CellBuffer
{
    /// <summary>The rows without a value, ascending.</summary>
    public List<int> Missing { get; } = [];

    public int Count { get; private set; }

    public static CellBuffer Create(TableColumnType type) => type switch
    {
        TableColumnType.Inferred => new InferredCells(CellTypes.Any),
        TableColumnType.Identifier => new InferredCells(CellTypes.Integer),
        TableColumnType.Integer => new IntegerCells(),
        TableColumnType.Float => new FloatCells(),
        TableColumnType.Boolean => new BooleanCells(),
        TableColumnType.Date => new DateCells(),
        _ => new StringCells(),
    };

    /// <summary>Adds a cell, empty for none. False where it is malformed and so counts as empty.</summary>
    public bool Add(ReadOnlySpan<byte> cell)
    {
        var isValid = cell.IsEmpty || TryAdd(cell);
        if (cell.IsEmpty || !isValid)
        {
            Missing.Add(Count);
            AddMissing();
        }

        Count++;
        return isValid;
    }

    /// <summary>Called when the block is read.</summary>
    public virtual void Complete()
    {
    }

    protected abstract bool TryAdd(ReadOnlySpan<byte> cell);

    protected abstract void AddMissing();
}

internal class IntegerCells : CellBuffer
{
    private long[] values = ArrayPool<long>.Shared.Rent(1 << 12);
    private int count;

    public IntegerVector Values { get; private set; } = IntegerVector.Empty;

    public override void Complete()
    {
        Values = IntegerVector.Narrow(values.AsSpan(0, count));
        ArrayPool<long>.Shared.Return(values);
        values = [];
    }

    protected override bool TryAdd(ReadOnlySpan<byte> cell)
    {
        if (!TryParse(cell, out var value))
            return false;
        Append(value);
        return true;
    }

    protected override void AddMissing() => Append(0);

    private void Append(long value)
    {
        if (count == values.Length)
            Grow();
        values[count++] = value;
    }

    private void Grow()
    {
        var larger = ArrayPool<long>.Shared.Rent(count * 2);
        values.CopyTo(larger, 0);
        ArrayPool<long>.Shared.Return(values);
        values = larger;
    }

    private static bool TryParse(ReadOnlySpan<byte> cell, out long value)
    {
        if (cell.Length <= DigitParser.MaximumLength && DigitParser.TryParse(cell, out value))
            return true;
        return Utf8Parser.TryParse(cell, out value, out int length) && length == cell.Length;
    }
}

/// <summary>What all cells of a column could be.</summary>
[Flags]
internal enum CellTypes : byte
{
    None = 0,
    Integer = 1,
    Float = 2,
    Boolean = 4,
    Date = 8,
    Any = Integer | Float | Boolean | Date,
}

/// <summary>Integers as long as every cell is one in its plain form, so that a number like <c>007</c> stays text.</summary>
internal sealed class InferredCells(CellTypes types) : IntegerCells
{
    public CellTypes Types { get; private set; } = types;

    /// <summary>An empty column is one of integers as good as of anything else.</summary>
    public static TableColumnType Choose(CellTypes types) => types switch
    {
        _ when types.HasFlag(CellTypes.Integer) => TableColumnType.Integer,
        _ when types.HasFlag(CellTypes.Float) => TableColumnType.Float,
        _ when types.HasFlag(CellTypes.Boolean) => TableColumnType.Boolean,
        _ when types.HasFlag(CellTypes.Date) => TableColumnType.Date,
        _ => TableColumnType.String,
    };

    protected override bool TryAdd(ReadOnlySpan<byte> cell)
    {
        if (Types.HasFlag(CellTypes.Integer) && IsPlain(cell) && base.TryAdd(cell))
            Types &= ~(CellTypes.Boolean | CellTypes.Date);
        else
            AddOther(cell);
        return true;
    }

    private void AddOther(ReadOnlySpan<byte> cell)
    {
        AddMissing();
        Types &= ~CellTypes.Integer;
        if (!IsPlain(cell) || !FloatCells.TryParse(cell, out _))
            Types &= ~CellTypes.Float;
        if (!Ascii.EqualsIgnoreCase(cell, "true"u8) && !Ascii.EqualsIgnoreCase(cell, "false"u8))
            Types &= ~CellTypes.Boolean;
        if (Types.HasFlag(CellTypes.Date) && !IsDay(cell))
            Types &= ~CellTypes.Date;
    }

    /// <summary>A whole day, <c>2022-01-06</c>; years and months alone may be anything.</summary>
    private static bool IsDay(ReadOnlySpan<byte> cell) =>
        cell is [_, _, _, _, (byte)'-', _, _, (byte)'-', _, _] && PartialDate.TryParse(Encoding.UTF8.GetString(cell), out _, out _);

    private static bool IsPlain(ReadOnlySpan<byte> cell)
    {
        var digits = cell[0] == (byte)'-' ? cell[1..] : cell;
        return digits is not [] and not [(byte)'0', >= (byte)'0' and <= (byte)'9', ..]
            && digits[0] is >= (byte)'0' and <= (byte)'9'
            && cell is not [(byte)'-', (byte)'0'];
    }
}

internal sealed class FloatCells : CellBuffer
{
    public List<double> Values { get; } = [];

    public static bool TryParse(ReadOnlySpan<byte> cell, out double value) =>
        Utf8Parser.TryParse(cell, out value, out int length) && length == cell.Length && double.IsFinite(value);

    protected override bool TryAdd(ReadOnlySpan<byte> cell)
    {
        if (!TryParse(cell, out var value))
            return false;
        Values.Add(value);
        return true;
    }

    protected override void AddMissing() => Values.Add(0);
}

internal sealed class BooleanCells : CellBuffer
{
    public List<bool> Values { get; } = [];

    protected override bool TryAdd(ReadOnlySpan<byte> cell)
    {
        if (!Utf8Parser.TryParse(cell, out bool value, out var length) || length != cell.Length)
            return false;
        Values.Add(value);
        return true;
    }

    protected override void AddMissing() => Values.Add(false);
}

internal class StringCells : CellBuffer
{
    private readonly List<int> ids = [];

    public Utf8Interner Strings { get; } = new();

    public ReadOnlySpan<int> Ids => CollectionsMarshal.AsSpan(ids);

    protected override bool TryAdd(ReadOnlySpan<byte> cell)
    {
        if (!Utf8.IsValid(cell))
            return false;
        AddId(Strings.Intern(cell));
        return true;
    }

    protected override void AddMissing() => AddId(0);

    protected void AddId(int id) => ids.Add(id);
}

internal sealed class DateCells : StringCells
{
    protected override bool TryAdd(ReadOnlySpan<byte> cell)
    {
        var known = Strings.Find(cell);
        if (known < 0)
            return PartialDate.TryParse(Encoding.UTF8.GetString(cell), out _, out _) && base.TryAdd(cell);
        AddId(known);
        return true;
    }
}
