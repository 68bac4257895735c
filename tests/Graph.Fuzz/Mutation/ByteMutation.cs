namespace Graph.Fuzz.Mutation;

/// <summary>Damage that knows nothing of what the bytes say.</summary>
internal sealed class ByteMutation(Random random)
{
    private const int LongestRange = 64;

    public byte[] Change(byte[] bytes)
    {
        var (start, end) = Range(bytes.Length);
        var part = InterestingParts.Bytes[random.Next(InterestingParts.Bytes.Length)];
        return random.Next(8) switch
        {
            0 when bytes.Length > 0 => Set(bytes, b => (byte)(b ^ (1 << random.Next(8)))),
            1 when bytes.Length > 0 => Set(bytes, _ => (byte)random.Next(256)),
            2 => [.. bytes[..start], .. part, .. bytes[start..]],
            3 => [.. bytes[..start], .. part, .. bytes[end..]],
            4 => [.. bytes[..start], .. bytes[end..]],
            5 => [.. bytes[..end], .. bytes[start..end], .. bytes[end..]],
            6 => bytes[..start],
            _ => Move(bytes, start, end),
        };
    }

    private (int Start, int End) Range(int length)
    {
        var start = random.Next(length + 1);
        return (start, Math.Min(length, start + random.Next(LongestRange)));
    }

    private byte[] Set(byte[] bytes, Func<byte, byte> change)
    {
        var result = (byte[])bytes.Clone();
        var index = random.Next(result.Length);
        result[index] = change(result[index]);
        return result;
    }

    private byte[] Move(byte[] bytes, int start, int end)
    {
        byte[] rest = [.. bytes[..start], .. bytes[end..]];
        var target = random.Next(rest.Length + 1);
        return [.. rest[..target], .. bytes[start..end], .. rest[target..]];
    }
}
