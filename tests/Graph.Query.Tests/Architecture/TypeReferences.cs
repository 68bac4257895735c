using System.Reflection;
using System.Reflection.Emit;

namespace Graph.Query.Tests.Architecture;

/// <summary>
/// The types that a type names: in its signature, in its fields, and in the code of its methods. Constants leave no trace.
/// </summary>
internal static class TypeReferences
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<short, OpCode> OpCodesByValue = typeof(OpCodes)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(code => code.Value);

    public static IReadOnlySet<Type> Of(Type type)
    {
        var found = new HashSet<Type>();
        Add(type.BaseType, found);
        foreach (var implemented in type.GetInterfaces())
            Add(implemented, found);
        foreach (var field in type.GetFields(Declared))
            Add(field.FieldType, found);
        foreach (var method in type.GetMethods(Declared).Concat<MethodBase>(type.GetConstructors(Declared)))
            AddMethod(method, found);
        foreach (var nested in type.GetNestedTypes(Declared))
            found.UnionWith(Of(nested));
        return found;
    }

    private static void AddMethod(MethodBase method, HashSet<Type> found)
    {
        foreach (var parameter in method.GetParameters())
            Add(parameter.ParameterType, found);
        if (method is MethodInfo { ReturnType: var result })
            Add(result, found);
        if (method.GetMethodBody() is not { } body)
            return;

        foreach (var local in body.LocalVariables)
            Add(local.LocalType, found);
        foreach (var token in ReadTokens(body.GetILAsByteArray()!))
            AddMember(Resolve(method, token), found);
    }

    private static MemberInfo? Resolve(MethodBase method, int token) => method.Module.ResolveMember(
        token,
        method.DeclaringType is { IsGenericType: true } type ? type.GetGenericArguments() : null,
        method.IsGenericMethod ? method.GetGenericArguments() : null);

    private static void AddMember(MemberInfo? member, HashSet<Type> found)
    {
        Add(member as Type ?? member?.DeclaringType, found);
        if (member is FieldInfo field)
            Add(field.FieldType, found);
        if (member is not MethodBase method)
            return;

        foreach (var parameter in method.GetParameters())
            Add(parameter.ParameterType, found);
        if (method is MethodInfo { ReturnType: var result })
            Add(result, found);
        if (method.IsGenericMethod)
            Array.ForEach(method.GetGenericArguments(), argument => Add(argument, found));
    }

    private static void Add(Type? type, HashSet<Type> found)
    {
        if (type is null || type.IsGenericParameter)
            return;
        if (type.HasElementType)
        {
            Add(type.GetElementType(), found);
            return;
        }

        var definition = type.IsGenericType ? type.GetGenericTypeDefinition() : type;
        found.Add(definition.DeclaringType is null ? definition : Outermost(definition));
        if (type is { IsGenericType: true, IsGenericTypeDefinition: false })
            Array.ForEach(type.GetGenericArguments(), argument => Add(argument, found));
    }

    public static Type Outermost(Type type) => type.DeclaringType is { } outer ? Outermost(outer) : type;

    /// <summary>The tokens of members that the instructions name.</summary>
    private static IEnumerable<int> ReadTokens(byte[] code)
    {
        for (var at = 0; at < code.Length;)
        {
            var isLong = code[at] == 0xFE;
            var instruction = OpCodesByValue[isLong ? unchecked((short)(0xFE00 | code[at + 1])) : code[at]];
            at += isLong ? 2 : 1;
            if (instruction.OperandType is OperandType.InlineMethod
                or OperandType.InlineField
                or OperandType.InlineType
                or OperandType.InlineTok)
                yield return BitConverter.ToInt32(code, at);
            at += GetOperandSize(instruction.OperandType, code, at);
        }
    }

    private static int GetOperandSize(OperandType operand, byte[] code, int at) => operand switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(code, at)),
        _ => 4,
    };
}
