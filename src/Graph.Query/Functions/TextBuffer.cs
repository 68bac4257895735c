using System.Text;

namespace Graph.Query.Functions;

/// <summary>Strings of a batch that are being made, in UTF-8 one behind the other.</summary>
internal sealed class TextBuffer(ExecutionState state, int rows)
{
    private const int BytesPerText = 16;

    // What comes larger is made one string after another.
    private const int MostBytes = 1 << 28;

    private byte[] bytes = GC.AllocateUninitializedArray<byte>((rows * BytesPerText) + BytesPerText);
    private int length;
    private int row;

    /// <summary>The strings, where they are not too large to stand together.</summary>
    public byte[] Bytes => bytes;

    /// <summary>Where each string begins; one more for the end of the last.</summary>
    public int[] Starts { get; } = new int[rows + 1];

    /// <summary>False for a row of null.</summary>
    public bool[] IsPresent { get; } = new bool[rows];

    /// <summary>The strings are too large to stand together, and were not kept.</summary>
    public bool IsFull { get; private set; }

    /// <returns>Always true, as a function that appends has made a string.</returns>
    public bool Append(ReadOnlySpan<byte> utf8)
    {
        utf8.CopyTo(Extend(utf8.Length));
        return true;
    }

    /// <inheritdoc cref="Append(ReadOnlySpan{byte})"/>
    public bool Append(string text) => Append(Encoding.UTF8.GetBytes(text));

    /// <summary>Room for bytes that the caller writes.</summary>
    public Span<byte> Extend(int count)
    {
        if (count > bytes.Length - length)
            Grow(count);
        length += count;
        return bytes.AsSpan(length - count, count);
    }

    /// <summary>The next row.</summary>
    public void EndText(bool isPresent)
    {
        IsPresent[row] = isPresent;
        Starts[++row] = length;
    }

    private void Grow(int count)
    {
        var needed = length + (long)count;
        if (needed > MostBytes)
        {
            // Nobody reads it any more; each piece has room alone.
            IsFull = true;
            length = 0;
            needed = count;
        }

        var size = (int)Math.Min(Math.Max(needed, bytes.Length * 2L), Math.Max(needed, MostBytes));
        if (size <= bytes.Length)
            return;
        state.Budget.Require(size);
        Array.Resize(ref bytes, size);
    }
}
