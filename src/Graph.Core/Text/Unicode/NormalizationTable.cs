using System.Globalization;

namespace Graph.Core;

/// <summary>
/// Decompositions, compositions and combining classes of the Unicode Character Database (version in <c>normalization.txt</c>).
/// They are our own because <c>string.Normalize</c> returns its input under invariant globalization.
/// </summary>
internal sealed class NormalizationTable
{
    private static readonly Lazy<NormalizationTable> Lazily = new(Read);

    private readonly Dictionary<int, int[]> canonical = [];
    private readonly Dictionary<int, int[]> compatibility = [];
    private readonly Dictionary<int, byte> classes = [];
    private readonly Dictionary<(int First, int Second), int> compositions = [];
    private readonly HashSet<int> excluded = [];

    private NormalizationTable()
    {
    }

    public static NormalizationTable Shared => Lazily.Value;

    /// <summary>The one-step mapping of a code point, or null where it stands for itself.</summary>
    public int[]? FindMapping(int codePoint, bool isCompatibility)
    {
        if (canonical.TryGetValue(codePoint, out var mapping))
            return mapping;
        return isCompatibility ? compatibility.GetValueOrDefault(codePoint) : null;
    }

    /// <summary>The canonical combining class; 0 for starters.</summary>
    public byte GetClass(int codePoint) => classes.GetValueOrDefault(codePoint);

    public bool TryCompose(int first, int second, out int composed) => compositions.TryGetValue((first, second), out composed);

    private static NormalizationTable Read()
    {
        var table = new NormalizationTable();
        using var stream = typeof(NormalizationTable).Assembly.GetManifestResourceStream("normalization.txt")!;
        using var reader = new StreamReader(stream);
        var section = "";
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('['))
                section = line;
            else if (!line.StartsWith('#'))
                table.ReadLine(section, line);
        }

        table.AddCompositions();
        return table;
    }

    private void ReadLine(string section, string line)
    {
        switch (section)
        {
            case "[canonical]": ReadRun(line, canonical); break;
            case "[compatibility]": ReadRun(line, compatibility); break;
            case "[classes]": ReadClass(line); break;
            default: excluded.Add(ReadCode(line)); break;
        }
    }

    private static void ReadRun(string line, Dictionary<int, int[]> mappings)
    {
        var equals = line.IndexOf('=');
        var code = ReadCode(line.AsSpan(0, equals));
        foreach (var mapping in line.AsSpan(equals + 1).Split(';'))
            mappings.Add(code++, ReadCodes(line.AsSpan(equals + 1)[mapping]));
    }

    private static int[] ReadCodes(ReadOnlySpan<char> text)
    {
        var codes = new int[text.Count(' ') + 1];
        var count = 0;
        foreach (var code in text.Split(' '))
            codes[count++] = ReadCode(text[code]);
        return codes;
    }

    private void ReadClass(string line)
    {
        var (equals, dash) = (line.IndexOf('='), line.IndexOf('-'));
        var combiningClass = byte.Parse(line.AsSpan(0, equals), CultureInfo.InvariantCulture);
        var last = ReadCode(line.AsSpan(dash + 1));
        for (var code = ReadCode(line.AsSpan((equals + 1)..dash)); code <= last; code++)
            classes.Add(code, combiningClass);
    }

    // Singletons and what does not begin with a starter never compose (UAX #15, full composition exclusion).
    private void AddCompositions()
    {
        foreach (var (code, mapping) in canonical)
        {
            if (mapping.Length == 2 && !excluded.Contains(code) && GetClass(code) == 0 && GetClass(mapping[0]) == 0)
                compositions.Add((mapping[0], mapping[1]), code);
        }
    }

    private static int ReadCode(ReadOnlySpan<char> text) => int.Parse(text, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}
