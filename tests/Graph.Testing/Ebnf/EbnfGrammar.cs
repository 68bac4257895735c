namespace Graph.Testing.Ebnf;

/// <summary>
/// A grammar in the EBNF of the W3C's XML recommendation. Rules whose name begins with a capital make single tokens;
/// in all others blanks may stand between any two tokens. Quoted words are keywords, in any letter case.
/// </summary>
public sealed class EbnfGrammar
{
    private readonly Dictionary<string, EbnfExpression> rules = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> heights = new(StringComparer.Ordinal);

    private EbnfGrammar()
    {
    }

    public IReadOnlyDictionary<string, EbnfExpression> Rules => rules;

    /// <summary>Every keyword of the grammar: the quoted terminals that begin with a letter, outside of tokens.</summary>
    public IReadOnlySet<string> Keywords =>
        rules.Where(rule => !IsToken(rule.Key)).SelectMany(rule => Terminals(rule.Value)).Where(text => char.IsLetter(text[0])).ToHashSet();

    public static bool IsToken(string rule) => char.IsUpper(rule[0]);

    /// <exception cref="FormatException">The text is no grammar, or names a rule that it does not have.</exception>
    public static EbnfGrammar Parse(string text)
    {
        var grammar = new EbnfGrammar();
        foreach (var (name, expression) in new EbnfReader(text).ReadRules())
        {
            if (!grammar.rules.TryAdd(name, expression))
                throw new FormatException($"Rule '{name}' stands twice.");
        }

        foreach (var (rule, expression) in grammar.rules)
        {
            foreach (var reference in References(expression).Where(reference => !grammar.rules.ContainsKey(reference)))
                throw new FormatException($"Rule '{rule}' names '{reference}', which is no rule.");
        }

        grammar.MeasureHeights();
        return grammar;
    }

    /// <summary>The rules that the derivation of one needs at least, nested in each other.</summary>
    public int GetHeight(EbnfExpression expression) => expression switch
    {
        EbnfReference reference => heights.GetValueOrDefault(reference.Name, int.MaxValue / 2) + 1,
        EbnfSequence sequence => sequence.Items.Select(GetHeight).DefaultIfEmpty(0).Max(),
        EbnfChoice choice => choice.Alternatives.Min(GetHeight),
        EbnfRepetition { Minimum: 0 } => 0,
        EbnfRepetition repetition => GetHeight(repetition.Item),
        EbnfDifference difference => GetHeight(difference.From),
        _ => 0,
    };

    private void MeasureHeights()
    {
        for (var changed = true; changed;)
        {
            changed = false;
            foreach (var (name, expression) in rules)
            {
                var height = GetHeight(expression);
                changed |= height < heights.GetValueOrDefault(name, int.MaxValue / 2);
                heights[name] = height;
            }
        }
    }

    private static IEnumerable<string> References(EbnfExpression expression) =>
        expression is EbnfReference reference ? [reference.Name] : Children(expression).SelectMany(References);

    private static IEnumerable<string> Terminals(EbnfExpression expression) =>
        expression is EbnfTerminal terminal ? [terminal.Text] : Children(expression).SelectMany(Terminals);

    private static IEnumerable<EbnfExpression> Children(EbnfExpression expression) => expression switch
    {
        EbnfSequence sequence => sequence.Items,
        EbnfChoice choice => choice.Alternatives,
        EbnfRepetition repetition => [repetition.Item],
        EbnfDifference difference => [difference.From, difference.Without],
        _ => [],
    };
}

public abstract record EbnfExpression;

/// <summary><c>'MATCH'</c> or <c>'=>'</c></summary>
public sealed record EbnfTerminal(string Text) : EbnfExpression;

/// <summary><c>[a-z0-9]</c>, <c>[^"]</c> or <c>#x20</c></summary>
public sealed record EbnfCharacters(IReadOnlyList<(char First, char Last)> Ranges, bool IsNegated) : EbnfExpression
{
    public bool Contains(char character) => Ranges.Any(range => range.First <= character && character <= range.Last) != IsNegated;
}

public sealed record EbnfReference(string Name) : EbnfExpression;

public sealed record EbnfSequence(IReadOnlyList<EbnfExpression> Items) : EbnfExpression;

public sealed record EbnfChoice(IReadOnlyList<EbnfExpression> Alternatives) : EbnfExpression;

/// <summary><c>x?</c>, <c>x*</c> or <c>x+</c></summary>
/// <param name="Maximum">Null for no bound.</param>
public sealed record EbnfRepetition(EbnfExpression Item, int Minimum, int? Maximum) : EbnfExpression;

/// <summary><c>a - b</c>: what a makes and b does not.</summary>
public sealed record EbnfDifference(EbnfExpression From, EbnfExpression Without) : EbnfExpression;
