-- The rules of the language that PostgreSQL does not have itself. Values of unknown kind are jsonb: integers, strings, truth values and lists
-- are themselves; {"f": "1.5"} is a float, {"d": [text, first, last]} a date, {"m": [[key, value], ...]} a map, {"n": id} a node,
-- {"e": id} a relation, {"p": [node, relation, node, ...]} a path. A null is SQL's NULL, and JSON's null inside lists and maps.
-- A number called place says where in the query's text a mistake stands.

SET check_function_bodies = off;

-- Volatile, so that it never runs before its branch is taken.
CREATE FUNCTION _fail(id text, place int, message text) RETURNS jsonb LANGUAGE plpgsql VOLATILE PARALLEL SAFE AS $$
BEGIN
    RAISE EXCEPTION '% % %', id, place, message USING ERRCODE = 'GR000';
END $$;

-- One letter: b, i, f, s, d, l, m, n, e or p.
CREATE FUNCTION _kind(v jsonb) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE jsonb_typeof(v)
        WHEN 'number' THEN 'i' WHEN 'string' THEN 's' WHEN 'boolean' THEN 'b' WHEN 'array' THEN 'l'
        WHEN 'object' THEN CASE WHEN v ? 'f' THEN 'f' WHEN v ? 'd' THEN 'd' WHEN v ? 'm' THEN 'm' WHEN v ? 'n' THEN 'n' WHEN v ? 'e' THEN 'e' ELSE 'p' END
    END
$$;

CREATE FUNCTION _show(v jsonb) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE _kind(v)
        WHEN 'b' THEN v::text WHEN 'i' THEN v::text WHEN 'f' THEN v->>'f' WHEN 'd' THEN v->'d'->>0
        WHEN 's' THEN '''' || left(v #>> '{}', 60) || '''' WHEN 'l' THEN 'a list' WHEN 'm' THEN 'a map' WHEN 'n' THEN 'a node'
        WHEN 'e' THEN 'a relation' WHEN 'p' THEN 'a path' ELSE 'null' END
$$;

CREATE FUNCTION _f(x double precision) RETURNS jsonb LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE WHEN x IS NOT NULL THEN jsonb_build_object('f', x::text) END
$$;

CREATE FUNCTION _n(x bigint) RETURNS jsonb LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE WHEN x IS NOT NULL THEN jsonb_build_object('n', x) END
$$;

CREATE FUNCTION _e(x bigint) RETURNS jsonb LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE WHEN x IS NOT NULL THEN jsonb_build_object('e', x) END
$$;

CREATE FUNCTION _days(x date) RETURNS int LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$ SELECT x - '0001-01-01 BC'::date $$;

CREATE FUNCTION _day(x int) RETURNS date LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$ SELECT '0001-01-01 BC'::date + x $$;

CREATE FUNCTION _d(written text, first date, last date) RETURNS jsonb LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE WHEN written IS NOT NULL THEN jsonb_build_object('d', jsonb_build_array(written, _days(first), _days(last))) END
$$;

-- The elements of a list; a JSON null stays one.
CREATE FUNCTION _number(v jsonb) RETURNS double precision LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE WHEN jsonb_typeof(v) = 'number' THEN v::double precision WHEN v ? 'f' THEN (v->>'f')::double precision END
$$;

-- A text whose order by code point is the order of numbers; difference is an integer less its nearest float.
CREATE FUNCTION _float_key(x double precision, difference int) RETURNS text LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE STRICT AS $$
DECLARE
    bits bigint;
BEGIN
    bits := ('x' || encode(float8send(CASE WHEN x = 0 THEN 0 ELSE x END), 'hex'))::bit(64)::bigint;
    bits := CASE WHEN bits < 0 THEN ~bits ELSE bits # (-9223372036854775808) END;
    RETURN lpad(to_hex(bits), 16, '0') || lpad(to_hex(difference + 2048), 3, '0');
END $$;

CREATE FUNCTION _integer_key(x bigint) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT _float_key(x::double precision, CASE WHEN abs(x::numeric) < 9007199254740992 THEN 0
        ELSE (x::numeric - CASE WHEN x::double precision >= 9223372036854775808 THEN 9223372036854775808 ELSE x::double precision::bigint::numeric END)::int END)
$$;

CREATE FUNCTION _text_key(x text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT replace(x, E'\x01', E'\x01\x02') || E'\x01\x01'
$$;

-- A text whose order by code point is the total order of all values; equivalent values have the same.
CREATE FUNCTION _key(v jsonb) RETURNS text LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE STRICT AS $$
BEGIN
    CASE jsonb_typeof(v)
        WHEN 'null' THEN RETURN 'J';
        WHEN 'boolean' THEN RETURN CASE WHEN v::boolean THEN 'H1' ELSE 'H0' END;
        WHEN 'number' THEN RETURN 'I' || _integer_key(v::bigint);
        WHEN 'string' THEN RETURN 'G' || _text_key(v #>> '{}');
        WHEN 'array' THEN
            RETURN 'D' || coalesce((SELECT string_agg(_key(i.v), '' ORDER BY i.n) FROM jsonb_array_elements(v) WITH ORDINALITY i(v, n)), '') || E'\x01';
        ELSE
            IF v ? 'f' THEN RETURN 'I' || _float_key((v->>'f')::double precision, 0); END IF;
            IF v ? 'd' THEN RETURN 'F' || lpad(v->'d'->>1, 7, '0') || lpad((9999999 - (v->'d'->>2)::int)::text, 7, '0'); END IF;
            IF v ? 'n' THEN RETURN 'B' || lpad(v->>'n', 20, '0'); END IF;
            IF v ? 'e' THEN RETURN 'C' || lpad(v->>'e', 20, '0'); END IF;
            IF v ? 'p' THEN
                RETURN 'E' || (SELECT string_agg(lpad(i.v, 20, '0'), '' ORDER BY i.n) FROM jsonb_array_elements_text(v->'p') WITH ORDINALITY i(v, n)) || E'\x01';
            END IF;
            RETURN 'A' || coalesce((SELECT string_agg('G' || _text_key(i.v->>0), '' ORDER BY (i.v->>0) COLLATE "C") FROM jsonb_array_elements(v->'m') i(v)), '')
                || E'\x01' || coalesce((SELECT string_agg(_key(i.v->1), '' ORDER BY (i.v->>0) COLLATE "C") FROM jsonb_array_elements(v->'m') i(v)), '');
    END CASE;
END $$;

CREATE FUNCTION _is_nan(v jsonb) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$ SELECT coalesce(v->>'f' = 'NaN', false) $$;

CREATE FUNCTION _contains_null(v jsonb) RETURNS boolean LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
BEGIN
    IF jsonb_typeof(v) = 'array' THEN
        RETURN EXISTS (SELECT FROM jsonb_array_elements(v) i(v) WHERE jsonb_typeof(i.v) = 'null' OR _contains_null(i.v));
    ELSIF v ? 'm' THEN
        RETURN EXISTS (SELECT FROM jsonb_array_elements(v->'m') i(v) WHERE jsonb_typeof(i.v->1) = 'null' OR _contains_null(i.v->1));
    END IF;
    RETURN false;
END $$;

-- The entry of a map as JSON; SQL's NULL where there is none.
CREATE FUNCTION _entry(v jsonb, key text) RETURNS jsonb LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT i.v->1 FROM jsonb_array_elements(v->'m') i(v) WHERE i.v->>0 = key LIMIT 1
$$;

CREATE FUNCTION _eq(a jsonb, b jsonb) RETURNS boolean LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
    ka text := _kind(a);
    kb text := _kind(b);
BEGIN
    IF ka IS NULL OR kb IS NULL THEN RETURN NULL; END IF;
    IF ka IN ('i', 'f') AND kb IN ('i', 'f') THEN
        RETURN NOT _is_nan(a) AND NOT _is_nan(b) AND _key(a) = _key(b);
    END IF;
    IF ka <> kb THEN RETURN CASE WHEN _contains_null(a) OR _contains_null(b) THEN NULL ELSE false END; END IF;
    IF ka = 'l' THEN
        IF jsonb_array_length(a) <> jsonb_array_length(b) THEN RETURN false; END IF;
        RETURN (SELECT CASE WHEN bool_or(e.q = false) THEN false WHEN bool_or(e.q IS NULL) THEN NULL ELSE true END
            FROM (SELECT _eq(a->i, b->i) AS q FROM generate_series(0, jsonb_array_length(a) - 1) i) e);
    END IF;
    IF ka = 'm' THEN
        IF jsonb_array_length(a->'m') <> jsonb_array_length(b->'m')
            OR EXISTS (SELECT FROM jsonb_array_elements(a->'m') i(v) WHERE _entry(b, i.v->>0) IS NULL) THEN RETURN false; END IF;
        RETURN (SELECT CASE WHEN bool_or(e.q = false) THEN false WHEN bool_or(e.q IS NULL) THEN NULL ELSE true END
            FROM (SELECT _eq(i.v->1, _entry(b, i.v->>0)) AS q FROM jsonb_array_elements(a->'m') i(v)) e);
    END IF;
    RETURN _key(a) = _key(b);
END $$;

-- The partial order behind < (strict) and <=.
CREATE FUNCTION _before(a jsonb, b jsonb, strict boolean) RETURNS boolean LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
    ka text := _kind(a);
    kb text := _kind(b);
    same boolean;
BEGIN
    IF ka IS NULL OR kb IS NULL THEN RETURN NULL; END IF;
    IF ka IN ('i', 'f') AND kb IN ('i', 'f') THEN
        RETURN NOT _is_nan(a) AND NOT _is_nan(b)
            AND CASE WHEN strict THEN _key(a) < _key(b) COLLATE "C" ELSE _key(a) <= _key(b) COLLATE "C" END;
    END IF;
    IF ka <> kb THEN RETURN NULL; END IF;
    IF ka IN ('s', 'b') THEN RETURN CASE WHEN strict THEN _key(a) < _key(b) COLLATE "C" ELSE _key(a) <= _key(b) COLLATE "C" END; END IF;
    IF ka = 'd' THEN RETURN _date_before((a->'d'->>1)::int, (a->'d'->>2)::int, (b->'d'->>1)::int, (b->'d'->>2)::int, strict); END IF;
    IF ka <> 'l' THEN RETURN NULL; END IF;
    FOR i IN 0 .. least(jsonb_array_length(a), jsonb_array_length(b)) - 1 LOOP
        same := _eq(a->i, b->i);
        IF same IS NULL THEN RETURN NULL; END IF;
        IF NOT same THEN RETURN _before(a->i, b->i, true); END IF;
    END LOOP;
    RETURN CASE WHEN strict THEN jsonb_array_length(a) < jsonb_array_length(b) ELSE jsonb_array_length(a) <= jsonb_array_length(b) END;
END $$;

CREATE FUNCTION _date_before(a_first int, a_last int, b_first int, b_last int, strict boolean) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE WHEN strict
        THEN CASE WHEN a_last < b_first THEN true WHEN a_first >= b_last OR (a_first = b_first AND a_last = b_last) THEN false END
        ELSE CASE WHEN a_last <= b_first OR (a_first = b_first AND a_last = b_last) THEN true WHEN a_first > b_last THEN false END END
$$;

-- An entry of a map or a component of a date.
CREATE FUNCTION _get(v jsonb, key text, place int) RETURNS jsonb LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
    first date;
    last date;
BEGIN
    IF _kind(v) IS NULL OR key IS NULL THEN RETURN NULL; END IF;
    IF v ? 'm' THEN RETURN nullif(_entry(v, key), 'null'); END IF;
    IF _kind(v) <> 'd' THEN RETURN _fail('GR3002', place, '.' || key || ' takes a node, a relation, a map or a date, but this is ' || _show(v)); END IF;
    first := _day((v->'d'->>1)::int);
    last := _day((v->'d'->>2)::int);
    RETURN CASE key
        WHEN 'year' THEN CASE WHEN _year(first) = _year(last) THEN to_jsonb(_year(first)) END
        WHEN 'month' THEN CASE WHEN _year(first) = _year(last) AND extract(month FROM first) = extract(month FROM last) THEN to_jsonb(extract(month FROM first)::int) END
        WHEN 'day' THEN CASE WHEN first = last THEN to_jsonb(extract(day FROM first)::int) END
        WHEN 'start' THEN _d(_day_text(first), first, first)
        WHEN 'end' THEN _d(_day_text(last), last, last)
        WHEN 'precision' THEN to_jsonb(CASE WHEN v->'d'->>0 LIKE '%/%' THEN 'interval' ELSE CASE length(v->'d'->>0) WHEN 4 THEN 'year' WHEN 7 THEN 'month' ELSE 'day' END END)
        ELSE _fail('GR8002', place, 'PostgreSQL does not compute this part of a date')
    END;
END $$;

CREATE FUNCTION _year(x date) RETURNS int LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE WHEN extract(year FROM x) < 0 THEN 0 ELSE extract(year FROM x)::int END
$$;

CREATE FUNCTION _day_text(x date) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT lpad(_year(x)::text, 4, '0') || '-' || lpad(extract(month FROM x)::text, 2, '0') || '-' || lpad(extract(day FROM x)::text, 2, '0')
$$;

-- As the language writes numbers and truth values.
CREATE FUNCTION _float_text(x double precision) RETURNS text LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE STRICT AS $$
DECLARE
    written text := x::text;
    digits text;
    exponent int;
    sign text;
BEGIN
    IF written IN ('NaN', 'Infinity', '-Infinity') THEN RETURN written; END IF;
    IF x = 0 THEN RETURN CASE WHEN written LIKE '-%' THEN '-0.0' ELSE '0.0' END; END IF;
    sign := CASE WHEN written LIKE '-%' THEN '-' ELSE '' END;
    written := ltrim(written, '-');
    exponent := CASE WHEN written LIKE '%e%' THEN split_part(written, 'e', 2)::int ELSE 0 END;
    written := split_part(written, 'e', 1);
    -- The digits without a point, and the exponent of the first one.
    exponent := exponent + length(split_part(written, '.', 1)) - 1;
    digits := replace(written, '.', '');
    exponent := exponent - (length(digits) - length(ltrim(digits, '0')));
    digits := rtrim(ltrim(digits, '0'), '0');
    IF exponent < -4 OR exponent >= 17 THEN
        RETURN sign || left(digits, 1) || CASE WHEN length(digits) > 1 THEN '.' || substr(digits, 2) ELSE '' END
            || 'e' || CASE WHEN exponent < 0 THEN '-' ELSE '' END || abs(exponent)::text;
    END IF;
    IF exponent < 0 THEN RETURN sign || '0.' || repeat('0', -exponent - 1) || digits; END IF;
    IF length(digits) <= exponent + 1 THEN RETURN sign || rpad(digits, exponent + 1, '0') || '.0'; END IF;
    RETURN sign || left(digits, exponent + 1) || '.' || substr(digits, exponent + 2);
END $$;

CREATE FUNCTION _to_text(v jsonb, name text, place int) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE _kind(v) WHEN 's' THEN v #>> '{}' WHEN 'd' THEN v->'d'->>0 WHEN 'i' THEN v::text WHEN 'b' THEN v::text WHEN 'f' THEN _float_text((v->>'f')::double precision)
        ELSE CASE WHEN _kind(v) IS NOT NULL THEN _fail('GR5003', place, name || ' cannot take ' || _show(v)) #>> '{}' END END
$$;

-- Arithmetic on numbers of unknown kind; + also joins texts and lists.
CREATE FUNCTION _arithmetic(operation text, a jsonb, b jsonb, place int) RETURNS jsonb LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
    ka text := _kind(a);
    kb text := _kind(b);
    x double precision;
    y double precision;
BEGIN
    IF ka IS NULL OR kb IS NULL THEN RETURN NULL; END IF;
    IF operation = '+' AND (ka = 'l' OR kb = 'l') THEN
        RETURN CASE WHEN ka = 'l' THEN a ELSE jsonb_build_array(a) END || CASE WHEN kb = 'l' THEN b ELSE jsonb_build_array(b) END;
    END IF;
    IF ka = 'd' OR kb = 'd' THEN RETURN _fail('GR8002', place, 'PostgreSQL does not compute with dates here'); END IF;
    IF operation = '+' AND (ka = 's' OR kb = 's') THEN
        IF ka NOT IN ('s', 'i', 'f') OR kb NOT IN ('s', 'i', 'f') THEN
            RETURN _fail('GR3002', place, '+ takes a string or a number beside a string, but this is ' || _show(CASE WHEN ka = 's' THEN b ELSE a END));
        END IF;
        RETURN to_jsonb(_to_text(a, '+', place) || _to_text(b, '+', place));
    END IF;
    IF ka NOT IN ('i', 'f') OR kb NOT IN ('i', 'f') THEN
        RETURN _fail('GR3002', place, operation || ' takes numbers, but this is ' || _show(CASE WHEN ka IN ('i', 'f') THEN b ELSE a END));
    END IF;
    IF ka = 'i' AND kb = 'i' AND operation <> '^' THEN
        RETURN to_jsonb(CASE operation WHEN '+' THEN a::bigint + b::bigint WHEN '-' THEN a::bigint - b::bigint WHEN '*' THEN a::bigint * b::bigint
            WHEN '/' THEN a::bigint / b::bigint ELSE a::bigint % b::bigint END);
    END IF;
    x := _number(a);
    y := _number(b);
    RETURN _f(CASE operation WHEN '+' THEN x + y WHEN '-' THEN x - y WHEN '*' THEN x * y WHEN '/' THEN _divide(x, y) WHEN '%' THEN _remainder(x, y) ELSE _power(x, y) END);
END $$;

CREATE FUNCTION _divide(x double precision, y double precision) RETURNS double precision LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE WHEN y <> 0 THEN x / y WHEN x IS NULL OR y IS NULL THEN NULL WHEN x = 0 OR x = 'NaN' THEN 'NaN'::double precision
        WHEN (x < 0) <> (y::text = '-0') THEN '-Infinity'::double precision WHEN y = 0 THEN 'Infinity'::double precision END
$$;

CREATE FUNCTION _remainder(x double precision, y double precision) RETURNS double precision LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE STRICT AS $$
BEGIN
    IF y = 0 OR x IN ('Infinity', '-Infinity', 'NaN') OR y = 'NaN' THEN RETURN 'NaN'; END IF;
    IF y IN ('Infinity', '-Infinity') THEN RETURN x; END IF;
    IF abs(x) < 9007199254740992 AND abs(y) < 9007199254740992 AND trunc(x) = x AND trunc(y) = y THEN
        RETURN CASE WHEN (x < 0 OR x::text = '-0') AND mod(x::bigint, y::bigint) = 0 THEN '-0'::double precision ELSE mod(x::bigint, y::bigint)::double precision END;
    END IF;
    RETURN _fail('GR8002', 0, 'PostgreSQL has no remainder of floats that are no integers');
END $$;

CREATE FUNCTION _power(x double precision, y double precision) RETURNS double precision LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE WHEN x < 0 AND abs(y) < 'Infinity' AND trunc(y) <> y THEN 'NaN'::double precision
        WHEN x = 0 AND y < 0 THEN CASE WHEN x::text = '-0' AND abs(y) < 9007199254740992 AND mod(y::numeric, 2) <> 0 THEN '-Infinity'::double precision ELSE 'Infinity'::double precision END
        ELSE power(x, y) END
$$;

-- Equality and order of an integer and a float, without rounding.
CREATE FUNCTION _compare(x bigint, y double precision) RETURNS int LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE WHEN x IS NULL OR y IS NULL THEN NULL WHEN x::double precision < y THEN -1 WHEN x::double precision > y THEN 1
        WHEN y >= 9223372036854775808 THEN -1 WHEN x < y::bigint THEN -1 WHEN x > y::bigint THEN 1 ELSE 0 END
$$;

CREATE FUNCTION _in(item jsonb, list jsonb, place int) RETURNS boolean LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
BEGIN
    IF _kind(list) IS NULL THEN RETURN NULL; END IF;
    IF _kind(list) <> 'l' THEN RETURN _fail('GR3002', place, 'IN takes a list, but this is ' || _show(list)); END IF;
    RETURN (SELECT CASE WHEN bool_or(e.q) THEN true WHEN bool_or(e.q IS NULL) THEN NULL ELSE false END
        FROM (SELECT _eq(item, i.v) AS q FROM jsonb_array_elements(list) i(v)) e);
END $$;

CREATE FUNCTION _expect_list(v jsonb, name text, place int) RETURNS jsonb LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE WHEN jsonb_typeof(v) = 'array' THEN v WHEN _kind(v) IS NOT NULL THEN _fail('GR5003', place, name || ' cannot take ' || _show(v)) END
$$;

-- The list to walk through: what is no list is a mistake.
CREATE FUNCTION _elements(v jsonb, name text, place int) RETURNS jsonb LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE WHEN jsonb_typeof(v) = 'array' THEN v WHEN _kind(v) IS NOT NULL THEN _fail('GR3002', place, name || ' cannot take ' || _show(v)) END
$$;

CREATE FUNCTION _item(v jsonb, index jsonb, place int) RETURNS jsonb LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
BEGIN
    IF _kind(v) IS NULL OR _kind(index) IS NULL THEN RETURN NULL; END IF;
    IF _kind(v) = 'l' THEN
        IF _kind(index) <> 'i' THEN RETURN _fail('GR3002', place, '[] takes an integer, but this is ' || _show(index)); END IF;
        RETURN CASE WHEN abs(index::numeric) < 2147483648 THEN nullif(v -> index::int, 'null') END;
    END IF;
    IF _kind(v) <> 'm' THEN RETURN _fail('GR3002', place, '[] takes a list, a map, a node or a relation, but this is ' || _show(v)); END IF;
    IF _kind(index) <> 's' THEN RETURN _fail('GR5004', place, 'A map needs a string key, not ' || _show(index)); END IF;
    RETURN nullif(_entry(v, index #>> '{}'), 'null');
END $$;

CREATE FUNCTION _slice(v jsonb, low jsonb, high jsonb, place int) RETURNS jsonb LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
    size numeric;
    a numeric;
    b numeric;
BEGIN
    IF _kind(v) IS NULL OR _kind(low) IS NULL OR _kind(high) IS NULL THEN RETURN NULL; END IF;
    IF _kind(low) <> 'i' OR _kind(high) <> 'i' THEN
        RETURN _fail('GR3002', place, '[..] takes an integer, but this is ' || _show(CASE WHEN _kind(low) <> 'i' THEN low ELSE high END));
    END IF;
    IF _kind(v) NOT IN ('l', 's') THEN RETURN _fail('GR3002', place, '[..] takes a list or a string, but this is ' || _show(v)); END IF;
    size := CASE WHEN _kind(v) = 'l' THEN jsonb_array_length(v) ELSE length(v #>> '{}') END;
    a := greatest(0, least(size, low::numeric + CASE WHEN low::numeric < 0 THEN size ELSE 0 END));
    b := greatest(a, least(size, high::numeric + CASE WHEN high::numeric < 0 THEN size ELSE 0 END));
    IF _kind(v) = 's' THEN RETURN to_jsonb(substr(v #>> '{}', a::int + 1, (b - a)::int)); END IF;
    RETURN coalesce((SELECT jsonb_agg(i.v ORDER BY i.n) FROM jsonb_array_elements(v) WITH ORDINALITY i(v, n) WHERE i.n > a AND i.n <= b), '[]');
END $$;

CREATE FUNCTION _size(v jsonb, place int) RETURNS bigint LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE _kind(v) WHEN 'l' THEN jsonb_array_length(v) WHEN 's' THEN length(v #>> '{}')
        ELSE CASE WHEN _kind(v) IS NOT NULL THEN _fail('GR5003', place, 'size cannot take ' || _show(v))::bigint END END
$$;

CREATE FUNCTION _tail(v jsonb, place int) RETURNS jsonb LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$ SELECT _expect_list(v, 'tail', place) - 0 $$;

CREATE FUNCTION _reverse(v jsonb, place int) RETURNS jsonb LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE WHEN _kind(v) = 's' THEN to_jsonb(reverse(v #>> '{}'))
        WHEN v IS NOT NULL THEN coalesce((SELECT jsonb_agg(i.v ORDER BY i.n DESC) FROM jsonb_array_elements(_expect_list(v, 'reverse', place)) WITH ORDINALITY i(v, n)), '[]') END
$$;

CREATE FUNCTION _range(low jsonb, high jsonb, step jsonb, place int) RETURNS jsonb LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
    wrong jsonb := CASE WHEN _kind(low) <> 'i' THEN low WHEN _kind(high) <> 'i' THEN high WHEN _kind(step) <> 'i' THEN step END;
BEGIN
    IF _kind(low) IS NULL OR _kind(high) IS NULL OR _kind(step) IS NULL THEN RETURN NULL; END IF;
    IF wrong IS NOT NULL THEN RETURN _fail('GR3002A', place, 'range takes integers, but this is ' || _show(wrong)); END IF;
    IF step::bigint = 0 THEN RETURN _fail('GR5005', place, 'The step of range is out of range'); END IF;
    RETURN coalesce((SELECT jsonb_agg(i.v) FROM generate_series(low::bigint, high::bigint, step::bigint) i(v)), '[]');
END $$;

CREATE FUNCTION _to_boolean(v jsonb, place int) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE _kind(v) WHEN 'b' THEN v::boolean WHEN 'i' THEN v::bigint <> 0 WHEN 's' THEN CASE lower(btrim(v #>> '{}', E' \t\n\r\f\v')) WHEN 'true' THEN true WHEN 'false' THEN false END
        ELSE CASE WHEN _kind(v) IS NOT NULL THEN _fail('GR5003', place, 'toBoolean cannot take ' || _show(v))::boolean END END
$$;

-- No EXCEPTION block, which a query that runs in parallel may not enter: what no float holds is found before the text is read as one. Above half
-- a step over the largest float a number is infinite, up to half of the smallest it is 0.
CREATE FUNCTION _read_float(x text) RETURNS double precision LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE STRICT AS $$
DECLARE
    plain text := btrim(x, E' \t\n\r\f\v');
    sign double precision := CASE WHEN plain LIKE '-%' THEN -1 ELSE 1 END;
    parts text[];
    digits text;
    exponent numeric;
    size numeric;
BEGIN
    IF plain IN ('NaN', 'Infinity', '-Infinity') THEN RETURN plain::double precision; END IF;
    IF plain !~ '^[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][+-]?[0-9]+)?$' THEN RETURN NULL; END IF;
    IF length(plain) < 300 AND plain !~ '[eE]' THEN RETURN plain::double precision; END IF;
    parts := regexp_match(plain, '^[+-]?0*([0-9]*)\.?([0-9]*)(?:[eE]([+-]?)0*([0-9]*))?$');
    digits := ltrim(parts[1] || parts[2], '0');
    IF digits = '' THEN RETURN sign * 0; END IF;
    exponent := CASE WHEN parts[1] <> '' THEN length(parts[1]) ELSE length(ltrim(parts[2], '0')) - length(parts[2]) END
        + CASE WHEN coalesce(parts[4], '') = '' THEN 0 ELSE (parts[3] || left(parts[4], 20))::numeric END;
    IF exponent > 310 THEN RETURN sign * 'Infinity'::double precision; END IF;
    IF exponent < -330 THEN RETURN sign * 0; END IF;
    IF exponent BETWEEN -300 AND 300 THEN RETURN plain::double precision; END IF;
    size := ('0.' || left(digits, 800) || 'e' || exponent)::numeric;
    IF size >= 179769313486231580793728971405303415079934132710037826936173778980444968e237 THEN RETURN sign * 'Infinity'::double precision; END IF;
    IF size <= 2.4703282292062327208828439643411068618253e-324 THEN RETURN sign * 0; END IF;
    RETURN plain::double precision;
END $$;

CREATE FUNCTION _truncate(x double precision) RETURNS bigint LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE WHEN x >= -9223372036854775808 AND x < 9223372036854775808 THEN trunc(x)::bigint END
$$;

CREATE FUNCTION _to_integer(v jsonb, place int) RETURNS bigint LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
    plain text := btrim(v #>> '{}', E' \t\n\r\f\v');
BEGIN
    CASE _kind(v)
        WHEN 'i' THEN RETURN v::bigint;
        WHEN 'b' THEN RETURN v::boolean::int;
        WHEN 'f' THEN
            IF _truncate(_number(v)) IS NULL THEN PERFORM _fail('GR5001', place, 'toInteger goes beyond the 64-bit integers'); END IF;
            RETURN _truncate(_number(v));
        WHEN 's' THEN
            IF plain ~ '^[+-]?[0-9]+$' AND plain::numeric BETWEEN -9223372036854775808 AND 9223372036854775807 THEN RETURN plain::bigint; END IF;
            RETURN _truncate(_read_float(v #>> '{}'));
        ELSE
            IF _kind(v) IS NOT NULL THEN PERFORM _fail('GR5003', place, 'toInteger cannot take ' || _show(v)); END IF;
            RETURN NULL;
    END CASE;
END $$;

CREATE FUNCTION _to_float(v jsonb, place int) RETURNS double precision LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE _kind(v) WHEN 'i' THEN v::double precision WHEN 'f' THEN _number(v) WHEN 's' THEN _read_float(v #>> '{}')
        ELSE CASE WHEN _kind(v) IS NOT NULL THEN (_fail('GR5003', place, 'toFloat cannot take ' || _show(v)) #>> '{}')::double precision END END
$$;

-- A number for a function of numbers, a text for one of texts, a position for one of positions.
CREATE FUNCTION _expect_number(v jsonb, name text, place int) RETURNS double precision LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE WHEN _kind(v) IN ('i', 'f') THEN _number(v) WHEN _kind(v) IS NOT NULL THEN _fail('GR5003', place, name || ' cannot take ' || _show(v))::double precision END
$$;

CREATE FUNCTION _expect_text(v jsonb, name text, place int) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE WHEN _kind(v) = 's' THEN v #>> '{}' WHEN _kind(v) IS NOT NULL THEN _fail('GR5003', place, name || ' cannot take ' || _show(v)) #>> '{}' END
$$;

CREATE FUNCTION _position(v jsonb, name text, argument text, place int) RETURNS bigint LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE WHEN _kind(v) IS NULL THEN NULL WHEN _kind(v) <> 'i' THEN _fail('GR5003', place, name || ' cannot take ' || _show(v))::bigint
        WHEN v::bigint < 0 THEN _fail('GR5005', place, argument || ' of ' || name || ' is out of range')::bigint ELSE v::bigint END
$$;

CREATE FUNCTION _cut(x text, start bigint, size bigint) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT substr(x, least(start, 1000000000)::int + 1, least(size, 1000000000)::int)
$$;

CREATE FUNCTION _split(x text, separator text) RETURNS jsonb LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE WHEN x IS NULL OR separator IS NULL THEN NULL WHEN separator <> '' AND x = '' THEN '[""]'::jsonb
        ELSE to_jsonb(string_to_array(x, CASE WHEN separator = '' THEN NULL ELSE separator END)) END
$$;

CREATE FUNCTION _condition(v jsonb, name text, place int) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE WHEN jsonb_typeof(v) = 'boolean' THEN v::boolean WHEN _kind(v) IS NOT NULL THEN _fail('GR3002', place, name || ' cannot take ' || _show(v))::boolean END
$$;

-- Lists of elements and paths.
CREATE FUNCTION _nodes(x bigint[]) RETURNS jsonb LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE WHEN x IS NOT NULL THEN coalesce((SELECT jsonb_agg(jsonb_build_object('n', i.v) ORDER BY i.n) FROM unnest(x) WITH ORDINALITY i(v, n)), '[]') END
$$;

CREATE FUNCTION _relations(x bigint[]) RETURNS jsonb LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE WHEN x IS NOT NULL THEN coalesce((SELECT jsonb_agg(jsonb_build_object('e', i.v) ORDER BY i.n) FROM unnest(x) WITH ORDINALITY i(v, n)), '[]') END
$$;

CREATE FUNCTION _path_part(v jsonb, kind text, name text, place int) RETURNS jsonb LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE WHEN v ? 'p' THEN coalesce((SELECT jsonb_agg(jsonb_build_object(kind, i.v) ORDER BY i.n) FROM jsonb_array_elements(v->'p') WITH ORDINALITY i(v, n)
            WHERE i.n % 2 = CASE kind WHEN 'n' THEN 1 ELSE 0 END), '[]')
        WHEN _kind(v) IS NOT NULL THEN _fail('GR5003', place, name || ' cannot take ' || _show(v)) END
$$;

CREATE FUNCTION _path_length(v jsonb, place int) RETURNS bigint LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE WHEN v ? 'p' THEN jsonb_array_length(v->'p') / 2 WHEN _kind(v) IS NOT NULL THEN _fail('GR5003', place, 'length cannot take ' || _show(v) || CASE _kind(v) WHEN 's' THEN '; write size(text)' WHEN 'l' THEN '; write size(list)' ELSE '' END)::bigint END
$$;

-- The ids of a list of relations; NULL where something else is in it.
CREATE FUNCTION _relation_ids(v jsonb) RETURNS bigint[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE WHEN jsonb_typeof(v) = 'array' THEN coalesce((SELECT array_agg((i.v->>'e')::bigint ORDER BY i.n) FROM jsonb_array_elements(v) WITH ORDINALITY i(v, n)), '{}') END
$$;

CREATE FUNCTION _map_keys(v jsonb, place int) RETURNS jsonb LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE WHEN v ? 'm' THEN coalesce((SELECT jsonb_agg(i.v->0 ORDER BY i.n) FROM jsonb_array_elements(v->'m') WITH ORDINALITY i(v, n)), '[]')
        WHEN _kind(v) IS NOT NULL THEN _fail('GR5003', place, 'keys cannot take ' || _show(v)) END
$$;

-- A map without the entries that are null: the properties of an element.
CREATE FUNCTION _properties(entries jsonb) RETURNS jsonb LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT jsonb_build_object('m', coalesce((SELECT jsonb_agg(i.v ORDER BY i.n) FROM jsonb_array_elements(entries) WITH ORDINALITY i(v, n) WHERE jsonb_typeof(i.v->1) <> 'null'), '[]'))
$$;

-- All entries of a map, then others that replace or add.
CREATE FUNCTION _extend(v jsonb, entries jsonb, place int) RETURNS jsonb LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE WHEN v ? 'm' THEN jsonb_build_object('m',
            coalesce((SELECT jsonb_agg(CASE WHEN r.v IS NULL THEN i.v ELSE r.v END ORDER BY i.n) FROM jsonb_array_elements(v->'m') WITH ORDINALITY i(v, n)
                LEFT JOIN jsonb_array_elements(entries) r(v) ON r.v->>0 = i.v->>0), '[]')
            || coalesce((SELECT jsonb_agg(added.entry ORDER BY added.n) FROM jsonb_array_elements(entries) WITH ORDINALITY added(entry, n)
                WHERE _entry(v, added.entry->>0) IS NULL), '[]'))
        WHEN _kind(v) IS NOT NULL THEN _fail('GR5003', place, 'properties cannot take ' || _show(v)) END
$$;

-- Aggregates over the list of a group's values.
CREATE FUNCTION _distinct(v jsonb) RETURNS jsonb LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT coalesce((SELECT jsonb_agg(f.v ORDER BY f.n) FROM (SELECT DISTINCT ON (_key(i.v)) i.v, i.n FROM jsonb_array_elements(v) WITH ORDINALITY i(v, n) ORDER BY _key(i.v), i.n) f), '[]')
$$;

CREATE FUNCTION _expect_numbers(v jsonb, name text, place int) RETURNS jsonb LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
    wrong jsonb := (SELECT i.v FROM jsonb_array_elements(v) i(v) WHERE _kind(i.v) NOT IN ('i', 'f') LIMIT 1);
BEGIN
    RETURN CASE WHEN wrong IS NULL THEN v ELSE _fail('GR3002', place, name || ' cannot take ' || _show(wrong)) END;
END $$;

CREATE FUNCTION _sum(v jsonb, place int) RETURNS jsonb LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
BEGIN
    v := _expect_numbers(v, 'sum', place);
    IF EXISTS (SELECT FROM jsonb_array_elements(v) i(v) WHERE _kind(i.v) = 'f') THEN
        RETURN _f((SELECT sum(_number(i.v) ORDER BY i.n) FROM jsonb_array_elements(v) WITH ORDINALITY i(v, n)));
    END IF;
    RETURN to_jsonb(coalesce((SELECT sum(i.v::bigint) FROM jsonb_array_elements(v) i(v)), 0)::bigint);
END $$;

CREATE FUNCTION _avg(v jsonb, place int) RETURNS double precision LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT sum(_number(i.v) ORDER BY i.n) / count(*) FROM jsonb_array_elements(_expect_numbers(v, 'avg', place)) WITH ORDINALITY i(v, n)
$$;

CREATE FUNCTION _extreme(v jsonb, largest boolean) RETURNS jsonb LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE WHEN largest
        THEN (SELECT i.v FROM jsonb_array_elements(v) WITH ORDINALITY i(v, n) ORDER BY _key(i.v) COLLATE "C" DESC, i.n LIMIT 1)
        ELSE (SELECT i.v FROM jsonb_array_elements(v) WITH ORDINALITY i(v, n) ORDER BY _key(i.v) COLLATE "C", i.n LIMIT 1) END
$$;

CREATE FUNCTION _deviation(v jsonb, population boolean, name text, place int) RETURNS double precision LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
    count bigint := 0;
    total double precision := 0;
    squares double precision := 0;
    before double precision;
    x double precision;
BEGIN
    FOR x IN SELECT _number(i.v) FROM jsonb_array_elements(_expect_numbers(v, name, place)) WITH ORDINALITY i(v, n) ORDER BY i.n LOOP
        before := CASE WHEN count = 0 THEN 0 ELSE total / count END;
        count := count + 1;
        total := total + x;
        squares := squares + (x - before) * (x - total / count);
    END LOOP;
    IF count = 0 OR (count = 1 AND NOT population) THEN RETURN 0; END IF;
    RETURN sqrt(squares / CASE WHEN population THEN count ELSE count - 1 END);
END $$;

CREATE FUNCTION _percentile(v jsonb, p double precision, continuous boolean, name text, place int) RETURNS jsonb LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
    sorted jsonb[] := (SELECT array_agg(i.v ORDER BY _key(i.v) COLLATE "C", i.n) FROM jsonb_array_elements(_expect_numbers(v, name, place)) WITH ORDINALITY i(v, n));
    size int := coalesce(array_length(sorted, 1), 0);
    place_of double precision;
    low double precision;
    high double precision;
    share double precision;
BEGIN
    IF size = 0 THEN RETURN NULL; END IF;
    IF NOT (p >= 0 AND p <= 1) OR p = 'NaN' OR p IS NULL THEN RETURN _fail('GR5005', place, 'The percentile of ' || name || ' is out of range'); END IF;
    IF NOT continuous THEN RETURN sorted[greatest(0, ceil(p * size)::int - 1) + 1]; END IF;
    place_of := p * (size - 1);
    low := _number(sorted[floor(place_of)::int + 1]);
    high := _number(sorted[least(floor(place_of)::int + 1, size - 1) + 1]);
    share := place_of - floor(place_of);
    -- Not low + (high - low) * share, whose difference may leave the floats where no value between does.
    RETURN _f(CASE WHEN share = 0 THEN low ELSE low * (1 - share) + high * share END);
END $$;

-- Where facts and mentions stand in the articles. The views have the evidence of all relations and of all nodes.
CREATE FUNCTION _quote(article_node bigint, first int, behind int) RETURNS text LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT CASE WHEN behind <= length(a.text) THEN substr(a.text, first + 1, behind - first) END FROM _articles a WHERE a.node = article_node
$$;

-- Arguments by their full names, which columns of the same name would hide.
CREATE FUNCTION _sentence(article_node bigint, first int, behind int) RETURNS text LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT CASE WHEN greatest(_sentence.behind, s.e) <= length(a.text)
        THEN substr(a.text, coalesce(s.b, _sentence.first) + 1, coalesce(s.e, _sentence.behind) - coalesce(s.b, _sentence.first)) END
    FROM _articles a LEFT JOIN LATERAL (
        SELECT min(p.b) AS b, max(p.e) AS e FROM unnest(a.sentence_starts, a.sentence_ends) AS p(b, e)
        WHERE CASE WHEN _sentence.behind > _sentence.first THEN p.b < _sentence.behind AND _sentence.first < p.e
            ELSE p.b <= _sentence.first AND _sentence.first <= p.e END) s ON true
    WHERE a.node = article_node
$$;

-- The nodes and relations that a value stands for.
CREATE FUNCTION _flatten(v jsonb, name text, place int) RETURNS jsonb LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
    found jsonb := '[]';
    item jsonb;
BEGIN
    CASE coalesce(_kind(v), '')
        WHEN '' THEN RETURN '[null]';
        WHEN 'n', 'e' THEN RETURN jsonb_build_array(v);
        WHEN 'p' THEN RETURN CASE WHEN jsonb_array_length(v->'p') = 1 THEN jsonb_build_array(jsonb_build_object('n', v->'p'->0)) ELSE _path_part(v, 'e', name, place) END;
        WHEN 'l' THEN
            FOR item IN SELECT i.e FROM jsonb_array_elements(v) WITH ORDINALITY i(e, n) ORDER BY i.n LOOP
                found := found || _flatten(item, name, place);
            END LOOP;
            RETURN found;
        ELSE RETURN _fail('GR5003', place, name || ' cannot take ' || _show(v));
    END CASE;
END $$;

CREATE FUNCTION _evidence(element jsonb) RETURNS TABLE (article bigint, span_start int, span_end int) LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
BEGIN
    IF element ? 'e' THEN
        RETURN QUERY SELECT r.article, r.span_start, r.span_end FROM _relation_evidence r WHERE r.relation = (element->>'e')::bigint;
    ELSIF element ? 'n' THEN
        RETURN QUERY SELECT n.article, n.span_start, n.span_end FROM _all_node_evidence n WHERE n.node = (element->>'n')::bigint;
    END IF;
END $$;

CREATE FUNCTION _cite_one(element jsonb, whole boolean) RETURNS text LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT CASE WHEN whole THEN _sentence(e.article, e.span_start, e.span_end) ELSE _quote(e.article, e.span_start, e.span_end) END
    FROM _evidence(element) e JOIN _articles a ON a.node = e.article ORDER BY a.rank, a.node, e.span_start, e.span_end LIMIT 1
$$;

CREATE FUNCTION _cite(v jsonb, whole boolean, name text, place int) RETURNS jsonb LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT CASE WHEN _kind(v) IS NULL THEN NULL WHEN _kind(v) IN ('n', 'e') THEN to_jsonb(_cite_one(v, whole))
        ELSE coalesce((SELECT jsonb_agg(_cite_one(i.e, whole) ORDER BY i.n) FROM jsonb_array_elements(_flatten(v, name, place)) WITH ORDINALITY i(e, n)), '[]') END
$$;

CREATE FUNCTION _sources(v jsonb, place int) RETURNS jsonb LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT CASE WHEN _kind(v) IS NOT NULL THEN coalesce((SELECT jsonb_agg(jsonb_build_object('n', f.article) ORDER BY f.rank, f.article) FROM (
        SELECT DISTINCT e.article, a.rank FROM jsonb_array_elements(_flatten(v, 'sources', place)) i(e)
        CROSS JOIN LATERAL _evidence(i.e) e JOIN _articles a ON a.node = e.article) f), '[]') END
$$;

-- Case by code point, as the language has it; the two lists of letters are written when the graph is pushed.
CREATE FUNCTION _lower(x text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE WHEN x ~ '[^\x01-\x7f]' THEN translate(x, '{upper}', '{lower}') ELSE lower(x COLLATE "C") END
$$;

CREATE FUNCTION _upper(x text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE WHEN x ~ '[^\x01-\x7f]' THEN translate(x, '{small}', '{large}') ELSE upper(x COLLATE "C") END
$$;

CREATE FUNCTION _blanks() RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$ SELECT '{blanks}' $$;
