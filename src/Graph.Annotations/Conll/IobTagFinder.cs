using System.Globalization;

namespace Graph.Annotations;

/// <summary>Finds which columns of tagged lines hold the tokens and the tags, by what stands in them.</summary>
/// <param name="rows">The fields of all lines, none of lines between sentences.</param>
/// <param name="whole">Those of lines that have all columns.</param>
/// <param name="header">The names of columns; null where there are none.</param>
internal sealed class IobTagFinder(IobLayout layout, List<string[]> rows, List<string[]> whole, string[]? header)
{
    private const double Share = 0.9;
    private const double PageShare = 0.4;

    // What stands where there is no name, the most usual first.
    private static readonly string[] Outsides =
        ["O", "0", "_", "-", "*", "o", "OTHER", "Other", "other", "NONE", "None", "none", "OUT", "OUTSIDE", "Outside", "outside"];

    public IobLayout Find()
    {
        var tags = Enumerable.Range(0, layout.ColumnCount).Where(column => IsTagColumn(column)).ToList();
        if (tags.Count == 0)
            return FindOtherTags() ?? FindSplitTags() ?? FindPlainTags();

        // Tags may stand before their tokens, with places between.
        var token = tags[0] == 0 && tags[^1] < layout.ColumnCount - 1 ? FindFirstToken(tags[^1] + 1) : FindToken(tags[0]);
        var pages = tags.Where(column => ArePages(column, token)).ToList();
        if (pages.Count < tags.Count)
            tags.RemoveAll(pages.Contains);
        var isNumbered = IsNumbered();
        var areByType = AreByType(tags);
        var areNumbered = tags.TrueForAll(column => TagNotation.AreNumbered(whole.ConvertAll(fields => fields[column].Trim())));
        return layout with
        {
            Token = token,
            AreNumbered = areNumbered,
            Notation = areNumbered
                ? tag => TagSequence.IsTag(tag) ? TagNotation.WithoutNumber(tag) : null
                : null,
            Link = pages.Count > 0 && !tags.Contains(pages[0]) ? pages[0] : -1,
            Tags =
            [
                .. tags.Select((column, index) =>
                    new IobTagColumn(
                        column - layout.ColumnCount, areByType ? null : GetLayer(column, index, tags.Count, isNumbered)))
            ]
        };
    }

    /// <summary>
    /// Whether there is a column for each type. A type of another one for the same words is finer or coarser, and what all lies inside the
    /// names of the first column is nested: such columns are layers.
    /// </summary>
    private bool AreByType(List<int> columns)
    {
        var types = columns.ConvertAll(column => whole.Select(fields => fields[column].Trim()).Where(tag => tag.Length > 2)
            .Select(tag => tag[2..]).Distinct(StringComparer.Ordinal).ToList());
        return columns.Count > 1
            && types.TrueForAll(found => found.Count == 1)
            && types.Select(found => found[0]).Distinct(StringComparer.Ordinal).Count() == types.Count
            && ListNames(columns[0]) is var first
            && columns.Skip(1).Select(ListNames).ToList() is var others
            && !first.Concat(others.SelectMany(names => names)).GroupBy(place => place).Any(group => group.Count() > 1)
            && others.TrueForAll(names => names.Any(name => !first.Any(outer => outer.First <= name.Last && name.First <= outer.Last)));
    }

    /// <summary>The first and the last row of each name of a column.</summary>
    private IReadOnlyList<(int First, int Last)> ListNames(int column)
    {
        var sequence = new TagSequence();
        foreach (var (row, fields) in whole.Index())
            sequence.Add(row, fields[column].Trim());
        sequence.Break();
        return [.. sequence.Runs.Select(run => (run.First, run.Last))];
    }

    private string? GetLayer(int column, int index, int count, bool isNumbered)
    {
        if (index == 0)
            return null;
        if (layout.HasHeader && column < header!.Length)
            return header[column];
        return isNumbered && count == 2 ? "nested" : $"column {column + 1}";
    }

    /// <summary>The columns that have tags of another notation, and some outside.</summary>
    private IobLayout? FindOtherTags()
    {
        var columns = Enumerable.Range(0, layout.ColumnCount).Skip(1).Where(column => HasOtherTags(column)).ToList();
        if (columns.Count == 0)
            return FindJointTags();
        return layout with
        {
            Notation = TagNotation.Normalize,
            Token = FindToken(columns[0]),
            Tags = [.. columns.Select(
                (column, index) => new IobTagColumn(column - layout.ColumnCount, index == 0 ? null : $"column {column + 1}"))],
        };
    }

    /// <summary>The last column whose tags show only together that they have positions.</summary>
    private IobLayout? FindJointTags()
    {
        for (var column = layout.ColumnCount - 1; column > 0; column--)
        {
            var tags = whole.Select(fields => fields[column].Trim()).ToHashSet(StringComparer.Ordinal);
            if (tags.Contains("O") && TagNotation.FindJoint(tags) is { } notation)
                return layout with
                {
                    Notation = notation,
                    Token = FindToken(column),
                    Tags = [new IobTagColumn(column - layout.ColumnCount, null)],
                };
        }

        return null;
    }

    private bool HasOtherTags(int column)
    {
        var tags = whole.ConvertAll(fields => TagNotation.Normalize(fields[column].Trim()));
        var named = tags.Where(tag => tag is ['B' or 'S' or 'U', '-', ..]).ToList();
        return named.Count > 0
            && tags.Contains("O")
            && tags.Count(tag => tag is not null) >= tags.Count * Share
            && !named.TrueForAll(tag => TagNotation.IsPhrase(tag![2..]));
    }

    /// <summary>Two columns or more, of which the last holds few different words and one of them on most lines.</summary>
    private IobLayout FindPlainTags()
    {
        var fallback = layout with
        {
            Token = whole.Count > 0 && layout.ColumnCount > 2 ? FindToken(layout.ColumnCount - 1) : 0,
            Tags = [new IobTagColumn(-1, null)]
        };
        if (layout.ColumnCount < 2 || whole.Count < 2)
            return fallback;

        var counts = whole.CountBy(fields => fields[^1].Trim()).ToDictionary(StringComparer.Ordinal);
        if (counts.ContainsKey("B") && counts.ContainsKey("O") && counts.Keys.All(IobLayout.IsBareTag))
            return fallback with { AreBare = true, Token = FindToken(layout.ColumnCount - 1) };
        if ((FindOutside(counts) ?? FindOnlyOther(counts)) is { } outside)
            return fallback with
            {
                ArePlain = !counts.Keys.All(tag => tag == outside || (tag.Length > 2 && TagSequence.IsTag(tag))),
                Outside = outside,
                Token = FindToken(layout.ColumnCount - 1),
            };
        // Columns of analysis may stand behind that of names.
        for (var column = layout.ColumnCount - 2; column > 1; column--)
        {
            if (FindOutside(whole.CountBy(fields => fields[column].Trim()).ToDictionary(StringComparer.Ordinal)) is "O")
                return layout with
                {
                    ArePlain = true,
                    Token = FindToken(column),
                    Tags = [new IobTagColumn(column - layout.ColumnCount, null)]
                };
        }

        return layout.ColumnCount == 2
            && FindOutside(whole.CountBy(fields => fields[0].Trim()).ToDictionary(StringComparer.Ordinal)) is { } before
            ? layout with { ArePlain = true, Outside = before, Token = 1, Tags = [new IobTagColumn(-2, null)] }
            : fallback;
    }

    /// <summary>A column of positions, and beside it one of types that is empty where there is no name.</summary>
    private IobLayout? FindSplitTags()
    {
        for (var column = 1; column < layout.ColumnCount; column++)
        {
            if (!whole.Exists(fields => fields[column].Trim() == "B")
                || !whole.TrueForAll(fields => IobLayout.IsBareTag(fields[column].Trim())))
                continue;
            var types = Array.Find(
                [column + 1, column - 1], beside => beside > 0 && beside < layout.ColumnCount && AreTypes(beside, column));
            if (types > 0)
                return layout with
                {
                    AreBare = true,
                    Types = types,
                    Token = FindToken(Math.Min(column, types)),
                    Tags = [new IobTagColumn(column - layout.ColumnCount, null)],
                };
        }

        return null;
    }

    private bool AreTypes(int column, int positions) => whole.TrueForAll(fields => fields[column].Trim() is var type
        && (fields[positions].Trim() == "O" ? type.Length == 0 || Outsides.Contains(type) : TagNotation.IsPlain(type)));

    /// <summary>
    /// What most of few different tags are; null where they are none. Other marks than the usual ones need sentences, as tables have them
    /// too.
    /// </summary>
    private string? FindOutside(Dictionary<string, int> counts)
    {
        var total = counts.Values.Sum();
        var outside = Outsides.FirstOrDefault(counts.ContainsKey);
        return outside is not null
            && counts.Count > 1
            && counts.Count <= Math.Max(8, total / 10)
            && counts.Keys.All(tag => tag.Length == 0 || tag == outside || TagNotation.IsPlain(tag) || TagSequence.IsTag(tag))
            && counts[outside] >= total * 0.3
            && !counts.Keys.All(tag => tag.Length == 0 || tag == outside || TagNotation.IsPhrase(tag))
            && (outside is "O" or "0" || rows.Exists(fields => fields.Length == 0))
            ? outside
            : null;
    }

    /// <summary>What stands where there is no name, whatever it is, as the only one that is no tag.</summary>
    private static string? FindOnlyOther(Dictionary<string, int> counts)
    {
        var others = counts.Keys.Where(tag => tag.Length < 3 || !TagSequence.IsTag(tag)).ToList();
        return others is [{ Length: > 0 } only] && counts.Count > 1 && counts.Keys.Any(
            tag => tag is ['B' or 'S' or 'U', '-', ..] && !TagNotation.IsPhrase(tag[2..]))
            ? only
            : null;
    }

    private bool IsTagColumn(int column)
    {
        var tags = whole.ConvertAll(fields => TagNotation.Join(fields[column].Trim()));
        var named = tags.Where(tag => tag.Length > 2 && TagSequence.IsTag(tag)).ToList();
        return named.Count > 0
            && tags.Count(tag => TagSequence.IsTag(tag) || tag is "0" or "I" or "E" || TagNotation.IsJoined(tag)) >= tags.Count * Share
            && !named.TrueForAll(tag => TagNotation.IsPhrase(tag[2..]));
    }

    private int FindFirstToken(int start) => Enumerable.Range(start, layout.ColumnCount - start)
        .FirstOrDefault(column => !IobColumn.IsIdentifier(whole, column), start);

    /// <summary>Whether the types of a column repeat their words, as pages do that names mean: <c>Lee B-Ada_Lee B-PER</c>.</summary>
    private bool ArePages(int column, int token)
    {
        var names = whole.Where(fields => fields[column].Trim() is ['B' or 'S' or 'U', '-', _, ..]).ToList();
        var repeated = names.Count(fields => fields[column].Contains(fields[token].Trim(), StringComparison.OrdinalIgnoreCase));
        return repeated > 0 && repeated >= names.Count * PageShare;
    }

    /// <summary>The first column before the tags that is no number, no identifier and not the same on all lines.</summary>
    private int FindToken(int end)
    {
        if (IsNumbered() && end > 1)
            return 1;
        for (var column = 0; column < end; column++)
        {
            if (!(whole.Count > 3 && IobColumn.IsConstant(whole, column)) && !IobColumn.IsIdentifier(whole, column))
                return column;
        }

        return Math.Max(
            0,
            Enumerable.Range(0, end)
                .FirstOrDefault(
                    column => !IobColumn.IsIdentifier(whole, column) && !whole.TrueForAll(fields => TagSequence.IsTag(fields[column])), 0));
    }

    /// <summary>Whether the first of three or more columns counts 1, 2, 3 in each sentence.</summary>
    private bool IsNumbered()
    {
        var expected = 1;
        var longest = 0;
        foreach (var fields in rows)
        {
            if (fields.Length == 0)
            {
                expected = 1;
                continue;
            }

            if (fields.Length < 3 || fields[0] != expected.ToString(CultureInfo.InvariantCulture))
                return false;
            longest = Math.Max(longest, expected++);
        }

        return longest > 1;
    }
}

/// <summary>What a column of fields says by itself.</summary>
internal static class IobColumn
{
    private const double Share = 0.9;

    public static bool IsConstant(List<string[]> whole, int column) => whole.TrueForAll(fields => fields[column] == whole[0][column]);

    public static bool IsIdentifier(List<string[]> whole, int column) =>
        whole.Count(fields => fields[column].Any(char.IsAsciiDigit)) >= whole.Count * Share;
}
