using System.Text;

namespace Graph.Query.Selection;

/// <summary>Nodes whose string property begins with or contains a text, found in the UTF-8 of whole columns at once.</summary>
internal static class TextIndex
{
    public const string StartsWith = "STARTS WITH";
    public const string Contains = "CONTAINS";

    /// <summary>Any name of a node, whatever the case and the accents.</summary>
    public const string IsCalled = "~=";

    public static bool Covers(GraphStore store, NodeSelection nodes, string key) =>
        store.NodeRanges.Where(range => nodes.Contains(range.Start)).All(range => range.FindColumn(key) is null or StringColumn);

    /// <summary>Adds the nodes that match, ascending.</summary>
    public static void Find(GraphStore store, NodeSelection nodes, string key, string @operator, string pattern, List<int> found)
    {
        if (@operator == IsCalled)
        {
            found.AddRange(store.FindByFoldedName(NameFolding.Fold(pattern)).Where(nodes.Contains));
            return;
        }

        var utf8 = Encoding.UTF8.GetBytes(pattern);
        foreach (var range in store.NodeRanges)
        {
            if (!nodes.Contains(range.Start) || range.FindColumn(key) is not StringColumn column)
                continue;

            var first = found.Count;
            if (utf8.Length == 0)
                AddRows(column, 0, column.Count, range.Start, found);
            else if (@operator == StartsWith)
                FindPrefix(column, pattern, utf8, range.Start, found);
            else
                FindInside(column, utf8, range.Start, found);
            found.Sort(first, found.Count - first, null);
        }
    }

    private static void FindPrefix(StringColumn column, string prefix, byte[] utf8, int start, List<int> found)
    {
        if (column.HasIndex)
        {
            foreach (var row in column.FindPrefixRows(prefix))
                found.Add(start + row);
            return;
        }

        if (column.IsIdentity)
        {
            for (var row = 0; row < column.Count; row++)
            {
                if (column.HasValue(row) && column.GetUtf8(row).StartsWith(utf8))
                    found.Add(start + row);
            }

            return;
        }

        var ids = column.Dictionary.FindPrefix(utf8);
        AddRowsById(column, id => id >= ids.Start && id < ids.End, start, found);
    }

    private static void FindInside(StringColumn column, byte[] utf8, int start, List<int> found)
    {
        var matches = FindIds(column.Dictionary, utf8);
        if (!column.IsIdentity)
        {
            var isMatch = new bool[column.Dictionary.Count];
            foreach (var id in matches)
                isMatch[id] = true;
            AddRowsById(column, id => isMatch[id], start, found);
            return;
        }

        foreach (var row in matches)
        {
            if (column.HasValue(row))
                found.Add(start + row);
        }
    }

    /// <summary>
    /// The strings that contain the bytes. The blob is searched as one; a hit that runs over the end of a string is none.
    /// </summary>
    private static List<int> FindIds(StringDictionary dictionary, ReadOnlySpan<byte> utf8)
    {
        var ids = new List<int>();
        var blob = dictionary.Blob;
        var offsets = dictionary.Offsets;
        for (var position = 0; position <= blob.Length - utf8.Length;)
        {
            var hit = blob[position..].IndexOf(utf8);
            if (hit < 0)
                break;

            position += hit;
            var id = FindString(offsets, ids.Count == 0 ? 0 : ids[^1] + 1, position);
            if (position + utf8.Length > offsets[id + 1])
            {
                position++;
                continue;
            }

            ids.Add(id);
            position = offsets[id + 1];
        }

        return ids;
    }

    /// <summary>The string that a position of the blob lies in, which is not before the given one.</summary>
    private static int FindString(ReadOnlySpan<int> offsets, int first, int position)
    {
        var step = 1;
        var low = first;
        while (low + step < offsets.Length - 1 && offsets[low + step] <= position)
        {
            low += step;
            step *= 2;
        }

        var high = Math.Min(low + step, offsets.Length - 1);
        while (high - low > 1)
        {
            var middle = (low + high) >>> 1;
            if (offsets[middle] <= position)
                low = middle;
            else
                high = middle;
        }

        return low;
    }

    private static void AddRowsById(StringColumn column, Func<int, bool> matches, int start, List<int> found)
    {
        for (var row = 0; row < column.Count; row++)
        {
            if (column.HasValue(row) && matches(column.GetId(row)))
                found.Add(start + row);
        }
    }

    private static void AddRows(StringColumn column, int from, int to, int start, List<int> found)
    {
        for (var row = from; row < to; row++)
        {
            if (column.HasValue(row))
                found.Add(start + row);
        }
    }
}
