using System.Text;

namespace Graph.Annotations.Tests;

/// <summary>Damages a file in the ways that files get damaged. The same seed gives the same damage.</summary>
internal sealed class Mutator(int seed)
{
    private readonly Random random = new(seed);

    public const int KindCount = 8;

    public byte[] Mutate(byte[] bytes, int kind) => kind switch
    {
        0 => FlipByte(bytes),
        1 => InsertInvalidByte(bytes),
        2 => bytes[..random.Next(bytes.Length)],
        3 => ChangeLines(bytes, (lines, index) => lines.RemoveAt(index)),
        4 => ChangeLines(bytes, (lines, index) => lines.Insert(index, lines[index])),
        5 => ChangeLines(bytes, (lines, index) => (lines[index], lines[^1]) = (lines[^1], lines[index])),
        6 => ChangeNumber(bytes),
        _ => ChangeLines(bytes,
            (lines, index) => lines[index] = lines[index].Replace('\t', ' ').Replace("\"", "", StringComparison.Ordinal)),
    };

    private byte[] FlipByte(byte[] bytes)
    {
        var result = (byte[])bytes.Clone();
        result[random.Next(result.Length)] = (byte)random.Next(256);
        return result;
    }

    private byte[] InsertInvalidByte(byte[] bytes)
    {
        var position = random.Next(bytes.Length);
        return [.. bytes[..position], 0xFF, .. bytes[position..]];
    }

    private byte[] ChangeLines(byte[] bytes, Action<List<string>, int> change)
    {
        var lines = Encoding.UTF8.GetString(bytes).Split('\n').ToList();
        change(lines, random.Next(lines.Count));
        return Encoding.UTF8.GetBytes(string.Join('\n', lines));
    }

    /// <summary>Replaces one number by one that is far out, negative, too long for any type, or no number.</summary>
    private byte[] ChangeNumber(byte[] bytes)
    {
        string[] numbers = ["99999999", "-1", "123456789012345678901234567890", "1e9", "0", "x"];
        var text = Encoding.UTF8.GetString(bytes);
        var starts = Enumerable.Range(0, text.Length).Where(i => char.IsAsciiDigit(text[i]) && (i == 0 || !char.IsAsciiDigit(text[i - 1])))
            .ToList();
        if (starts.Count == 0)
            return bytes;

        var start = starts[random.Next(starts.Count)];
        var end = start;
        while (end < text.Length && char.IsAsciiDigit(text[end]))
            end++;
        return Encoding.UTF8.GetBytes(string.Concat(text.AsSpan(0, start), numbers[random.Next(numbers.Length)], text.AsSpan(end)));
    }
}
