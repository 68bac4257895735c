using System.Globalization;
using System.Text;
using Graph.Query.Parsing;

namespace Graph.Query.Schema;

/// <summary>The C# identifier that a name of a schema or a query becomes.</summary>
internal static class CSharpNames
{
    /// <summary>
    /// <c>SENT_TROOPS_TO</c>, <c>sentTroopsTo</c> and <c>gets troops from</c> each as one word per part: <c>SentTroopsTo</c>.
    /// </summary>
    public static string ToPascalCase(string name)
    {
        var result = new StringBuilder();
        foreach (var word in SplitWords(name))
        {
            var rest = word.Any(char.IsLower) ? word[1..] : word[1..].ToLowerInvariant();
            result.Append(char.ToUpperInvariant(word[0])).Append(rest);
        }

        return result.Length > 0 && Characters.WordStartLength(result.ToString(), 0, result.Length) > 0 ? result.ToString() : $"_{result}";
    }

    /// <summary>The form for a parameter; a word of C# gets the sign that makes it a name.</summary>
    public static string ToCamelCase(string name)
    {
        var pascal = ToPascalCase(name);
        var camel = char.ToLower(pascal[0], CultureInfo.InvariantCulture) + pascal[1..];
        return Keywords.Contains(camel) ? $"@{camel}" : camel;
    }

    private static IEnumerable<string> SplitWords(string name)
    {
        var start = -1;
        for (var i = 0; i <= name.Length; i++)
        {
            var inWord = i < name.Length && char.IsLetterOrDigit(name[i]);
            if (inWord && start < 0)
                start = i;
            if (inWord || start < 0)
                continue;
            yield return name[start..i];
            start = -1;
        }
    }

    private static readonly HashSet<string> Keywords = new(StringComparer.Ordinal)
    {
        "abstract", "as", "base", "bool", "break", "byte", "case", "catch", "char", "checked", "class", "const", "continue", "decimal",
        "default",
        "delegate", "do", "double", "else", "enum", "event", "explicit", "extern", "false", "finally", "fixed", "float", "for", "foreach",
        "goto",
        "if", "implicit", "in", "int", "interface", "internal", "is", "lock", "long", "namespace", "new", "null", "object", "operator",
        "out",
        "override", "params", "private", "protected", "public", "readonly", "ref", "return", "sbyte", "sealed", "short", "sizeof",
        "stackalloc",
        "static", "string", "struct", "switch", "this", "throw", "true", "try", "typeof", "uint", "ulong", "unchecked", "unsafe", "ushort",
        "using",
        "virtual", "void", "volatile", "while",
    };
}
