using System.Text;

namespace Graph.Fuzz.Mutation;

/// <summary>Lines that are lost, doubled, moved, or come from another file.</summary>
internal sealed class LineMutation(Random random)
{
    public byte[] Change(byte[] bytes, byte[] donor)
    {
        var lines = Split(bytes);
        var others = Split(donor);
        var (index, other) = (random.Next(lines.Count), random.Next(others.Count));
        switch (random.Next(6))
        {
            case 0:
                lines.RemoveAt(index);
                break;
            case 1:
                lines.InsertRange(index, Enumerable.Repeat(lines[index], random.Next(1, 5)));
                break;
            case 2:
                (lines[index], lines[random.Next(lines.Count)]) = (lines[random.Next(lines.Count)], lines[index]);
                break;
            case 3:
                lines.Insert(index, others[other]);
                break;
            case 4:
                lines.InsertRange(index, others.Skip(other).Take(random.Next(1, 6)));
                break;
            default:
                lines[index] = Cut(lines[index]);
                break;
        }

        return Encoding.Latin1.GetBytes(string.Join('\n', lines));
    }

    /// <summary>A line without one of its fields, or with other separators.</summary>
    private string Cut(string line)
    {
        var separator = "\t ,;|"[random.Next(5)];
        var fields = line.Split(separator).ToList();
        if (fields.Count > 1 && random.Next(2) == 0)
            fields.RemoveAt(random.Next(fields.Count));
        return string.Join(random.Next(3) == 0 ? "\t ,;|"[random.Next(5)] : separator, fields);
    }

    /// <summary>A sign a byte, so that bytes that are no text stay what they are.</summary>
    private static List<string> Split(byte[] bytes) => [.. Encoding.Latin1.GetString(bytes).Split('\n')];
}
