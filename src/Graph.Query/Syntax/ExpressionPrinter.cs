using System.Diagnostics;

namespace Graph.Query.Syntax;

/// <summary>Expressions as text, with brackets where the tree differs from what precedence alone would read.</summary>
internal static class ExpressionPrinter
{
    /// <summary>Words that before a bracket begin a form of their own.</summary>
    private static readonly HashSet<string> CallForms = new(StringComparer.OrdinalIgnoreCase)
    {
        "ALL", "ANY", "NONE", "SINGLE", "REDUCE", "SHORTESTPATH", "ALLSHORTESTPATHS",
    };

    /// <summary>From the loosest to the tightest, as <c>Expression</c> in grammar/query.ebnf nests them.</summary>
    private enum Level
    {
        Or = 1,
        Xor,
        And,
        Not,
        Comparison,
        Predicate,
        Sum,
        Product,
        Power,
        Sign,
        LabelTest,
        Access,
        Atom,
    }

    public static string Print(ExpressionSyntax expression) => expression switch
    {
        LiteralSyntax literal => literal.Text,
        ParameterSyntax parameter => "$" + Parameter(parameter.Name),
        VariableSyntax variable => QueryWords.Quote(variable.Name, isVariable: true),
        EntityReferenceSyntax reference => FactPrinter.Reference(reference),
        PropertySyntax property => $"{At(Level.Access, property.Target)}.{QueryWords.Quote(property.Key.Text)}",
        IndexSyntax index => $"{At(Level.Access, index.Target)}[{Print(index.Index)}]",
        SliceSyntax slice => $"{At(Level.Access, slice.Target)}[{Optional(slice.From)}..{Optional(slice.To)}]",
        LabelTestSyntax { Target: CaseSubjectSyntax } test => $" IS {TestedLabels(test.Labels)}",
        UnarySyntax { Operator: UnaryOperator.Not, Operand: LabelTestSyntax { Target: CaseSubjectSyntax } test } =>
            $" IS NOT LABELED {TestedLabels(test.Labels)}",
        LabelTestSyntax test => $"{At(Level.Access, test.Target)}:{TestedLabels(test.Labels)}",
        UnarySyntax unary => Unary(unary),
        BinarySyntax binary => Binary(binary),
        CaseSubjectSyntax => "",
        TypeTestSyntax test => $"{At(Level.Predicate, test.Operand)} IS {(test.IsNegated ? "NOT " : "")}:: {test.Type}",
        NormalizedTestSyntax test =>
            $"{At(Level.Predicate, test.Operand)} IS "
            + $"{(test.IsNegated ? "NOT " : "")}{(test.Form is null ? "" : $"{test.Form} ")}NORMALIZED",
        TruthTestSyntax test =>
            $"{At(Level.Predicate, test.Operand)} IS "
                + $"{(test.IsNegated ? "NOT " : "")}{test.Truth switch { true => "TRUE", false => "FALSE", null => "UNKNOWN" }}",
        IsNullSyntax test => $"{At(Level.Predicate, test.Operand)} IS {(test.IsNegated ? "NOT " : "")}NULL",
        ComparisonSyntax comparison => Comparison(comparison),
        LogicalSyntax logical => string.Join($" {Word(logical.Operator)} ", logical.Operands.Select(o => At(LevelOf(logical) + 1, o))),
        PathExpressionSyntax path => PatternPrinter.Print(path.Path),
        _ => PrintBracketed(expression),
    };

    public static string PrintPart(SyntaxNode part) => part switch
    {
        MapEntrySyntax entry => $"{QueryWords.Quote(entry.Key.Text)}: {Print(entry.Value)}",
        CaseBranchSyntax branch =>
            $"WHEN {string.Join(", ", branch.Tests.Select(test => Print(test).TrimStart()))} THEN {Print(branch.Then)}",
        PropertySelectorSyntax selector => "." + QueryWords.Quote(selector.Key.Text),
        AllPropertiesSelectorSyntax => ".*",
        LiteralEntrySyntax entry => $"{QueryWords.Quote(entry.Key.Text)}: {Print(entry.Value)}",
        VariableSelectorSyntax selector => SyntaxPrinter.Variable(selector.Variable),
        _ => throw new UnreachableException(),
    };

    private static string PrintBracketed(ExpressionSyntax expression) => expression switch
    {
        FunctionCallSyntax call => $"{Name(call.Name.Text)}({(call.Distinct ? "DISTINCT " : "")}{SyntaxPrinter.List(call.Arguments)})",
        CountAllSyntax => "count(*)",
        ListSyntax list => $"[{SyntaxPrinter.List(list.Items)}]",
        MapSyntax map => $"{{{SyntaxPrinter.List(map.Entries)}}}",
        MapProjectionSyntax projection => $"{ProjectedVariable(projection.Variable)} {{{SyntaxPrinter.List(projection.Items)}}}",
        CaseSyntax choice => Case(choice),
        ListComprehensionSyntax comprehension => ListComprehension(comprehension),
        PatternComprehensionSyntax comprehension =>
            $"[{PatternPrinter.Print(comprehension.Pattern)}{SyntaxPrinter.Where(comprehension.Where)} | "
            + $"{Print(comprehension.Projection)}]",
        QuantifiedSyntax quantified =>
            $"{Word(quantified.Quantifier)}({Range(quantified.Variable, quantified.List)}{SyntaxPrinter.Where(quantified.Where)})",
        ReduceSyntax reduce =>
            $"reduce({SyntaxPrinter.Variable(reduce.Accumulator)} = {Print(reduce.Initial)}, {Range(reduce.Variable, reduce.List)} | "
                + $"{Print(reduce.Body)})",
        ExistsSyntax exists => $"EXISTS {{ {SubqueryBody(exists.Query, exists.IsPattern)} }}",
        SubqueryValueSyntax subquery =>
            $"{subquery.Kind.ToString().ToUpperInvariant()} {{ {SubqueryBody(subquery.Query, subquery.IsPattern)} }}",
        _ => throw new UnreachableException(),
    };

    /// <summary>The expression, in brackets if it binds looser than its place asks.</summary>
    private static string At(Level least, ExpressionSyntax expression) =>
        LevelOf(expression) >= least ? Print(expression) : $"({Print(expression)})";

    private static Level LevelOf(ExpressionSyntax expression) => expression switch
    {
        LogicalSyntax { Operator: LogicalOperator.Or } => Level.Or,
        LogicalSyntax { Operator: LogicalOperator.Xor } => Level.Xor,
        LogicalSyntax => Level.And,
        UnarySyntax { Operator: UnaryOperator.Not } => Level.Not,
        UnarySyntax => Level.Sign,
        ComparisonSyntax => Level.Comparison,
        IsNullSyntax or TruthTestSyntax or TypeTestSyntax or NormalizedTestSyntax => Level.Predicate,
        BinarySyntax binary => LevelOf(binary.Operator),
        LabelTestSyntax => Level.LabelTest,
        PropertySyntax or IndexSyntax or SliceSyntax => Level.Access,
        LiteralSyntax literal when literal.Text.StartsWith('-') => Level.Sign,
        _ => Level.Atom,
    };

    private static Level LevelOf(BinaryOperator sign) => sign switch
    {
        BinaryOperator.Add or BinaryOperator.Subtract or BinaryOperator.Concatenate => Level.Sum,
        BinaryOperator.Multiply or BinaryOperator.Divide or BinaryOperator.Modulo => Level.Product,
        BinaryOperator.Power => Level.Power,
        _ => Level.Predicate,
    };

    private static string Unary(UnarySyntax unary) => unary.Operator switch
    {
        UnaryOperator.Not => $"NOT {At(Level.Not, unary.Operand)}",
        UnaryOperator.Minus => $"-{At(Level.Sign, unary.Operand)}",
        _ => $"+{At(Level.Sign, unary.Operand)}",
    };

    private static string Binary(BinarySyntax binary)
    {
        var level = LevelOf(binary.Operator);
        return $"{At(level, binary.Left)} {Word(binary.Operator)} {At(level + 1, binary.Right)}";
    }

    private static string Comparison(ComparisonSyntax comparison)
    {
        var operands = comparison.Operands.Select(operand => At(Level.Predicate, operand)).ToArray();
        return operands[0] + string.Concat(comparison.Operators.Select((sign, i) => $" {Word(sign)} {operands[i + 1]}"));
    }

    private static string Case(CaseSyntax choice)
    {
        var subject = choice.Subject is { } value ? $" {Print(value)}" : "";
        var otherwise = choice.Else is { } last ? $" ELSE {Print(last)}" : "";
        return $"CASE{subject} {string.Join(' ', choice.Branches.Select(PrintPart))}{otherwise} END";
    }

    private static string ListComprehension(ListComprehensionSyntax comprehension)
    {
        var projection = comprehension.Projection is { } value ? $" | {Print(value)}" : "";
        return $"[{Range(comprehension.Variable, comprehension.List)}{SyntaxPrinter.Where(comprehension.Where)}{projection}]";
    }

    private static string SubqueryBody(QuerySyntax query, bool isPattern) =>
        isPattern && query.Parts is [{ Clauses: [MatchSyntax match] }]
            ? SyntaxPrinter.List(match.Patterns) + SyntaxPrinter.Where(match.Where)
            : SyntaxPrinter.PrintInline(query);

    // In brackets, as inside a comprehension a bare bar would end the filter.
    private static string TestedLabels(LabelExpressionSyntax labels) =>
        labels is LabelOrSyntax ? $"({LabelPrinter.Print(labels)})" : LabelPrinter.Print(labels);

    private static string Range(NameSyntax variable, ExpressionSyntax list) => $"{SyntaxPrinter.Variable(variable)} IN {Print(list)}";

    private static string Optional(ExpressionSyntax? expression) => expression is null ? "" : Print(expression);

    private static string Name(string name)
    {
        if (CallForms.Contains(name))
            return $"`{name}`";
        return string.Join('.', name.Split('.').Select(part => QueryWords.Quote(part, isVariable: true)));
    }

    private static string ProjectedVariable(NameSyntax variable) =>
        variable.Text.Equals("EXISTS", StringComparison.OrdinalIgnoreCase) ? $"`{variable.Text}`" : SyntaxPrinter.Variable(variable);

    private static string Parameter(string name) => name.Length > 0 && name.All(char.IsAsciiDigit) ? name : QueryWords.Quote(name);

    private static string Word(LogicalOperator sign) => sign switch
    {
        LogicalOperator.And => "AND",
        LogicalOperator.Or => "OR",
        _ => "XOR",
    };

    private static string Word(ListQuantifier quantifier) => quantifier switch
    {
        ListQuantifier.All => "all",
        ListQuantifier.Any => "any",
        ListQuantifier.None => "none",
        _ => "single",
    };

    private static string Word(BinaryOperator sign) => sign switch
    {
        BinaryOperator.Add => "+",
        BinaryOperator.Subtract => "-",
        BinaryOperator.Multiply => "*",
        BinaryOperator.Divide => "/",
        BinaryOperator.Modulo => "%",
        BinaryOperator.Power => "^",
        BinaryOperator.StartsWith => "STARTS WITH",
        BinaryOperator.EndsWith => "ENDS WITH",
        BinaryOperator.Contains => "CONTAINS",
        BinaryOperator.RegexMatch => "=~",
        BinaryOperator.Concatenate => "||",
        _ => "IN",
    };

    private static string Word(ComparisonOperator sign) => sign switch
    {
        ComparisonOperator.Equal => "=",
        ComparisonOperator.NotEqual => "<>",
        ComparisonOperator.Less => "<",
        ComparisonOperator.LessOrEqual => "<=",
        ComparisonOperator.Greater => ">",
        ComparisonOperator.GreaterOrEqual => ">=",
        _ => "~=",
    };
}
