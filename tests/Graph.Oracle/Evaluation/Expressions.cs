using Graph.Query.Binding;
using Graph.Query.Syntax;

namespace Graph.Oracle.Evaluation;

/// <summary>The value of an expression for one row, operands from left to right and only those that are needed.</summary>
internal sealed class Expressions(Evaluation evaluation)
{
    public Value Evaluate(BoundExpression expression, Row row)
    {
        evaluation.Step();
        return expression switch
        {
            BoundConstant constant => constant.Value,
            BoundParameter parameter => evaluation.Parameters[parameter.Name],
            BoundReference reference => row[reference.Variable],
            BoundProperty property => evaluation.Elements.GetProperty(Evaluate(property.Target, row), property.Key),
            BoundCall call => evaluation.Functions.Call(call, argument => Evaluate(argument, row)),
            BoundComparison comparison =>
                Value.FromBoolean(Compare(comparison.Operator, Evaluate(comparison.Left, row), Evaluate(comparison.Right, row))),
            BoundLogical logical => Value.FromBoolean(Combine(logical, row)),
            BoundNot not => Value.FromBoolean(!Truth.Read(Evaluate(not.Operand, row))),
            BoundIsNull test => Value.FromBoolean(Evaluate(test.Operand, row).IsNull != test.IsNegated),
            BoundLabelTest test => Value.FromBoolean(evaluation.Elements.HasLabels(Evaluate(test.Target, row), test.Labels)),
            BoundList list => Value.FromList([.. list.Items.Select(item => Evaluate(item, row))]),
            BoundMap map => CreateMap([], map.Entries, row),
            BoundMapExtension extension => Extend(extension, row),
            BoundLet let => Evaluate(let.Body, row.With(let.Variable, Evaluate(let.Value, row))),
            BoundCase choice => Choose(choice, row),
            BoundListComprehension comprehension => Comprehend(comprehension, row),
            BoundQuantified quantified => Value.FromBoolean(Quantify(quantified, row)),
            BoundReduce reduce => Reduce(reduce, row),
            BoundCount count => Value.FromInteger(evaluation.Queries.CountRows(count.Query, row)),
            BoundExists exists => Value.FromBoolean(evaluation.Queries.HasRows(exists.Query, row)),
            BoundCollect collect => Collect(collect, row),
            _ => throw new InvalidOperationException($"Unknown expression {expression.GetType().Name}."),
        };
    }

    public bool IsTrue(BoundExpression? condition, Row row) => condition is null || Truth.Read(Evaluate(condition, row)) == true;

    private static bool? Compare(ComparisonOperator sign, Value left, Value right) => sign switch
    {
        ComparisonOperator.Equal => Equality.AreEqual(left, right),
        ComparisonOperator.NotEqual => !Equality.AreEqual(left, right),
        ComparisonOperator.Less => Equality.IsLess(left, right),
        ComparisonOperator.LessOrEqual => Equality.IsLessOrEqual(left, right),
        ComparisonOperator.Greater => Equality.IsLess(right, left),
        ComparisonOperator.GreaterOrEqual => Equality.IsLessOrEqual(right, left),
        _ => Texts.AreFoldedEqual(left, right),
    };

    private bool? Combine(BoundLogical logical, Row row)
    {
        var operands = logical.Operands.Select(operand => Truth.Read(Evaluate(operand, row)));
        return logical.Operator switch
        {
            LogicalOperator.And => Truth.And(operands),
            LogicalOperator.Or => Truth.Or(operands),
            _ => Truth.Xor(operands),
        };
    }

    private Value Choose(BoundCase choice, Row row)
    {
        foreach (var branch in choice.Branches)
        {
            if (IsTrue(branch.When, row))
                return Evaluate(branch.Then, row);
        }

        return choice.Else is null ? Value.Null : Evaluate(choice.Else, row);
    }

    private Value Comprehend(BoundListComprehension comprehension, Row row)
    {
        if (ReadList(comprehension.List, row) is not { } list)
            return Value.Null;
        var rows = list.Select(item => row.With(comprehension.Variable, item)).Where(each => IsTrue(comprehension.Where, each));
        return Value.FromList(
            [.. rows.Select(each => comprehension.Projection is { } body ? Evaluate(body, each) : each[comprehension.Variable])]);
    }

    private bool? Quantify(BoundQuantified quantified, Row row)
    {
        if (ReadList(quantified.List, row) is not { } list)
            return null;
        var truths = list.Select(item => Truth.Read(Evaluate(quantified.Where, row.With(quantified.Variable, item))));
        return quantified.Quantifier switch
        {
            ListQuantifier.All => Truth.And(truths),
            ListQuantifier.Any => Truth.Or(truths),
            ListQuantifier.None => !Truth.Or(truths),
            _ => IsSingle(truths),
        };
    }

    private static bool? IsSingle(IEnumerable<bool?> truths)
    {
        var (certain, unknown) = (0, 0);
        foreach (var truth in truths)
        {
            certain += truth == true ? 1 : 0;
            unknown += truth is null ? 1 : 0;
            if (certain > 1)
                return false;
        }

        return unknown > 0 ? null : certain == 1;
    }

    private Value Reduce(BoundReduce reduce, Row row)
    {
        var accumulator = Evaluate(reduce.Initial, row);
        if (ReadList(reduce.List, row) is not { } list)
            return Value.Null;
        foreach (var item in list)
            accumulator = Evaluate(reduce.Body, row.With(reduce.Accumulator, accumulator).With(reduce.Variable, item));
        return accumulator;
    }

    private Value Collect(BoundCollect collect, Row row)
    {
        var values = evaluation.Queries.Run(collect.Query, row).Select(result => result[0]).ToList();
        if (collect.First)
            return values.FirstOrDefault();
        evaluation.HasUnorderedLists |= values.Count > 1;
        return Value.FromList([.. values]);
    }

    private Value Extend(BoundMapExtension extension, Row row)
    {
        var target = Evaluate(extension.Target, row);
        return target.IsNull ? Value.Null : CreateMap([.. evaluation.Elements.GetProperties(target)], extension.Entries, row);
    }

    private Value CreateMap(List<KeyValuePair<string, Value>> entries, ImmutableArray<KeyValuePair<string, BoundExpression>> added, Row row)
    {
        foreach (var (key, expression) in added)
        {
            var entry = KeyValuePair.Create(key, Evaluate(expression, row));
            var index = entries.FindIndex(other => other.Key == key);
            if (index < 0)
                entries.Add(entry);
            else
                entries[index] = entry;
        }

        return Value.FromMap(new MapValue([.. entries]));
    }

    private ListValue? ReadList(BoundExpression expression, Row row)
    {
        var list = Evaluate(expression, row);
        return list.IsNull ? null : Functions.ExpectList(list);
    }
}
