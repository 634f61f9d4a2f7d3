package org.bnsweep;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

/**
 * A test in which Hadoop is asked who the user is, as for any file system but the local one and by
 * Spark's authentication: the Hadoop of today's Spark cannot tell on newer JDKs.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@EnabledForJreRange(
    max = JRE.JAVA_22,
    disabledReason = "Hadoop asks what this JDK no longer answers")
public @interface AsksHadoopForTheUser {}
