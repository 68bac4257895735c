using System.Globalization;
using System.Text;

namespace Graph.Query.Functions;

/// <summary>The characters between square brackets in a regular expression: <c>[^a-f\d-[c]]</c>.</summary>
internal sealed class CharacterClass
{
    private const int Beyond = 0x10000;

    private static readonly Dictionary<string, string> NamedClasses = new(StringComparer.Ordinal)
    {
        ["alpha"] = @"\p{L}",
        ["digit"] = @"\d",
        ["alnum"] = @"\p{L}\d",
        ["upper"] = @"\p{Lu}",
        ["lower"] = @"\p{Ll}",
        ["space"] = @"\s",
        ["punct"] = @"\p{P}",
        ["word"] = @"\w",
    };

    private readonly StringBuilder units = new();
    private readonly ImmutableArray<(int, int)>.Builder ranges = ImmutableArray.CreateBuilder<(int, int)>();
    private readonly bool isInverse;
    private readonly CharacterClass? without;
    private uint categories;

    private CharacterClass(PatternCursor cursor)
    {
        cursor.Take(1);
        isInverse = cursor.Next == '^';
        if (isInverse)
            cursor.Take(1);
        for (var isFirst = true; !cursor.IsAtEnd && (isFirst || cursor.Next != ']') && Refusal is null; isFirst = false)
        {
            if (!isFirst && cursor.StartsWith("-["))
            {
                cursor.Take(1);
                without = new CharacterClass(cursor);
                Refusal = without.Refusal;
                break;
            }

            Refusal = FindRefusal(cursor);
            ReadMember(cursor);
        }

        if (cursor.IsAtEnd)
            Refusal ??= $"Unterminated [] set, at character {cursor.CharacterCount}";
        cursor.Take(1);
    }

    /// <inheritdoc cref="CodePointPattern.Refusal"/>
    public string? Refusal { get; private set; }

    /// <summary>Its characters beyond U+FFFF.</summary>
    public SupplementarySet Supplementary =>
        new(categories, ranges.ToImmutable()) { IsInverse = isInverse, Without = without?.Supplementary };

    /// <param name="cursor">Stands before the opening bracket, and behind the closing one in the end.</param>
    public static CharacterClass Read(PatternCursor cursor) => new(cursor);

    /// <summary>Its other characters, for an engine of units; empty for none.</summary>
    public string ToUnits()
    {
        if (units.Length == 0)
            return isInverse ? $"[^{CodePointPattern.Surrogates}]" : "";
        var removed = without is null or { isInverse: false, without: null }
            ? $"[{without?.units}{CodePointPattern.Surrogates}]"
            : without.ToUnits();
        return $"[{(isInverse ? "^" : "")}{units}-{removed}]";
    }

    private static string? FindRefusal(PatternCursor cursor)
    {
        if (cursor.StartsWith("&&"))
            return "'&&' in square brackets is Java syntax; write [a-z-[aeiou]] to take some away";
        if (!cursor.StartsWith("[:"))
            return null;
        var length = 2;
        while (char.IsAsciiLetter(cursor.At(length)))
            length++;
        if (cursor.At(length) != ':' || cursor.At(length + 1) != ']')
            return null;
        var named = cursor.Take(length + 2);
        return NamedClasses.TryGetValue(named[2..^2], out var written)
            ? $"'{named}' is POSIX syntax; write {written}"
            : $"'{named}' is POSIX syntax; write a category such as \\p{{L}}";
    }

    private void ReadMember(PatternCursor cursor)
    {
        var first = TakeMember(cursor);
        if (first.Categories is { } added)
        {
            categories |= added;
            units.Append(first.Text);
            return;
        }

        var isRange = cursor.Next == '-' && cursor.At(1) is not (']' or '[' or '\0');
        if (isRange)
            cursor.Take(1);
        Add(first, isRange ? TakeMember(cursor) : first);
    }

    // What stands on both sides of U+FFFF is parted there.
    private void Add(PatternEscape first, PatternEscape last)
    {
        if (last.Character is { } end)
            ranges.Add((first.Character ?? Beyond, end));
        if (first.Character is null)
            units.Append(first == last ? first.Text : $"{first.Text}-{(last.Character is null ? last.Text : @"\uFFFF")}");
    }

    // Signs lose their meaning where another one comes to stand before them, so that they are written as escapes.
    private static PatternEscape TakeMember(PatternCursor cursor)
    {
        if (cursor.Next == '\\')
            return cursor.TakeEscape();
        var character = cursor.TakeCharacter();
        return character.Length == 2
            ? new PatternEscape(character) { Character = char.ConvertToUtf32(character, 0) }
            : new PatternEscape(string.Create(CultureInfo.InvariantCulture, $@"\u{(int)character[0]:X4}"));
    }
}
